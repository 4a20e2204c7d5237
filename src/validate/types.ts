import type { ToolRun } from '../../arbitraries/tool-runs.js'

/** A text of the corpus, and the reading that is expected of it. */
export interface Case {
  /** `maps/valid/address-zero`, `captures/6.1.176-x86_64/perl/proc/maps`. */
  readonly id: string
  readonly adapter: string
  readonly dialect: string
  readonly kind: CaseKind
  /** Where the text comes from: `captured` from a machine, `hand-made`, `damaged`, `generated`. */
  readonly source?: string
  /** What is to be seen in it, as a sentence. */
  readonly about?: string
  /** The kernel that printed it, or whose process a tool looked at: `6.12.107`. */
  readonly kernel?: string
  readonly flags: readonly string[]
  readonly text: Uint8Array
  /** What it says, as canonical JSON views; of an invalid text what is left of it. */
  readonly views?: readonly SaidView[] | undefined
  /** The lines that something is wrong with, from 1. */
  readonly wrongLines: readonly number[]
}

/** A text that was made up, and the reading that is expected of it. */
export interface Generated {
  readonly adapter: string
  readonly dialect: string
  /** The kernel's release, and the machine as uname prints it. */
  readonly kernel: string
  readonly arch: string
  /** The run of the tool that prints it; absent for a text of the kernel's own. */
  readonly tool?: ToolRun
  readonly text: Uint8Array
  readonly views: readonly SaidView[]
}

/** What a decoder must do: read it so, refuse or report it, or only not crash. */
export type CaseKind = 'valid' | 'invalid' | 'either'

/** What a decoder lists: every mapping, or every file once. */
export type Grain = 'mapping' | 'file'

/** Fields of a region by their names in the canonical JSON, as far as they are said. */
export type SaidRegion = Readonly<Record<string, unknown>>

/** A view in canonical JSON, of which all but the regions may be missing. */
export interface SaidView {
  readonly process?: { readonly pid?: number }
  readonly regions: readonly SaidRegion[]
}

/** A finding that a decoder reports. */
export interface SaidDiagnostic {
  /** From 1. */
  readonly line?: number
  /** Absent: an error. */
  readonly severity?: string
}

/** What a decoder printed of a text. */
export interface Answer {
  readonly views: readonly SaidView[]
  readonly diagnostics: readonly SaidDiagnostic[]
  /** True for a bare list of regions: it does not say which process each is of. */
  readonly bare: boolean
}

/** What became of a decoder that was given a text. */
export type Reply =
  | { readonly ended: 'answered'; readonly stdout: Uint8Array; readonly stderr: string }
  | { readonly ended: 'refused'; readonly stderr: string }
  | { readonly ended: 'crashed'; readonly how: Crash; readonly message: string; readonly stderr: string }

/** How a decoder can fail to answer. */
export type Crash = 'status' | 'signal' | 'time' | 'memory' | 'output' | 'no-json'

/** How a decoder did on a case. */
export type Verdict = 'pass' | 'wrong' | 'refused' | 'crashed'

/** What is wrong with an answer. */
export interface Fault {
  readonly code: FaultCode
  /** In a sentence. */
  readonly message: string
  /** The field that is wrong, `counters.Rss` among them. */
  readonly field?: string
  /** The line of the text that the region begins in, from 1. */
  readonly line?: number
  /** What the text says. */
  readonly expected?: string
  /** What the decoder said. */
  readonly got?: string
}

/** The kinds of faults; `meaning.ts` says what each would mean to a user. */
export type FaultCode =
  | 'missing-region'
  | 'made-up-region'
  | 'unidentified-region'
  | 'wrong-field'
  | 'made-up-field'
  | 'false-alarm'
  | 'silent'
  | 'wrong-line'
  | 'refused'
  | 'crashed'

/** A case, and how a decoder did on it. */
export interface Outcome {
  readonly case: Case
  readonly verdict: Verdict
  readonly fault?: Fault
  /** What the decoder printed on stderr: its beginning and its end. */
  readonly stderr?: string
  /** How the decoder failed to answer. */
  readonly crash?: Crash
  /** Milliseconds. */
  readonly time: number
}
