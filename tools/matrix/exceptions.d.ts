/** What a tool printed, or ours. */
export interface Printed {
  /** The last is empty where a newline ends the text. */
  readonly lines: string[]
  readonly exit: number | undefined
  readonly stderr: string
  /** Why nothing was printed. */
  readonly failure?: string
}

/** A mapping as the tools read it. */
export interface Mapping {
  /** Its first line. */
  readonly header: string
  /** Those that follow: counters, and what stands behind a newline in its name. */
  readonly lines: readonly string[]
}

/** A run of a tool. */
export interface Run {
  readonly program: 'lsof' | 'procps' | 'toybox' | 'busybox'
  readonly words: readonly string[]
  /** What the tool read: of smaps where it reads smaps, else of maps. */
  readonly mappings: readonly Mapping[]
}

/** A cause of differences. */
export interface Exception {
  readonly name: string
  readonly cause: string
  /** What is left of both without the lines whose difference has that cause. */
  excuse(run: Run, real: Printed, ours: Printed): [Printed, Printed]
}

/** Where ours may differ from a tool, each with its cause. */
export const EXCEPTIONS: readonly Exception[]
