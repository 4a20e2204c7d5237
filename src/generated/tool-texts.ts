import type fc from 'fast-check'
import { shownAsText } from '../../arbitraries/shown-text.js'
import { type ToolCall, type ToolRun, toolCalls } from '../../arbitraries/tool-runs.js'
import type { CanonicalRegion } from './canonical-region.js'
import { titleOf } from './title.js'
import { toolText } from './tool-text.js'
import { type ToolChoice, waysWanted } from './ways.js'

/** What a tool says of one process, in canonical JSON. */
export interface ToolView {
  readonly process: { readonly pid: number }
  /** Addresses in hex, other 64-bit values in decimal, counters in bytes. */
  readonly regions: readonly CanonicalRegion[]
}

/** A text that lsof or pmap prints of processes, with what it says. */
export interface GeneratedToolText {
  /** `lsof` or `pmap`. */
  readonly adapter: string
  /** `table`, `fields0`, `x`, …: how the text is written. */
  readonly dialect: string
  /** The release of the kernel that the tool runs on. */
  readonly kernel: string
  /** As uname prints it. */
  readonly arch: string
  /** The tool's version, the options that it was called with, and the locale. */
  readonly tool: ToolRun
  readonly text: Uint8Array
  /** What a reader must find in it: by the rules of the tool, of the address spaces; no text was read for it. */
  readonly expected: { readonly views: readonly ToolView[] }
}

/** Texts that lsof prints of the mapped files of processes. */
export function lsofTexts(choice: ToolChoice = {}): fc.Arbitrary<GeneratedToolText> {
  return texts('lsof', choice)
}

/** Texts that the programs called pmap print of processes. */
export function pmapTexts(choice: ToolChoice = {}): fc.Arbitrary<GeneratedToolText> {
  return texts('pmap', choice)
}

function texts(tool: 'lsof' | 'pmap', choice: ToolChoice): fc.Arbitrary<GeneratedToolText> {
  return toolCalls(waysWanted(tool, choice), choice).map((call) => textOf(tool, call))
}

function textOf(adapter: 'lsof' | 'pmap', { run, processes }: ToolCall): GeneratedToolText {
  const { kernel = '', arch = '' } = processes[0]?.space ?? {}
  const { dialect, text, views } = toolText(adapter, processes, run)
  const one = { adapter, dialect, kernel, arch, tool: run, text, expected: { views } }
  return shownAsText(one, `${titleOf(adapter, run)} on Linux ${kernel} on ${arch}`)
}
