/** The stable names of everything that is thrown. */
export type ErrorCode =
  | 'usage'
  | 'undetected'
  | 'strict'
  | 'no-process'
  | 'ended'
  | 'no-permission'
  | 'no-tool'
  | 'tool-failed'
  | 'timed-out'
  | 'moved'
  | 'unreadable'
  | 'unwritable'
  | 'unredacted'
  | 'internal'

/** A failure that is somebody's to mend: says what is wrong and, in `next`, what to do about it. */
export class MemmapsError extends Error {
  override readonly name = 'MemmapsError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The next step to take, as a sentence without a full stop. */
    readonly next?: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
