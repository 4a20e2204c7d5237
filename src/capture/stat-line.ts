/** What `/proc/PID/stat` says. */
export interface StatLine {
  /** The kernel's short name, as it is: it may hold blanks, parentheses and newlines. */
  readonly command: string
  /** Its very bytes. */
  readonly comm: Uint8Array
  /** One letter: R S D T t Z X I … */
  readonly state: string
  readonly ppid: number
  readonly pgid: number
  readonly kernelThread: boolean
  /** Clock ticks after boot. */
  readonly startTime: bigint
  /** Address of the bottom of the stack; 0 when the kernel hides it. */
  readonly startStack: bigint
}

/** The kernel's flag for a process that has no user memory (PF_KTHREAD, since Linux 2.6.27). */
const KERNEL_THREAD = 0x00200000

/** Reads `/proc/PID/stat`; undefined when it is none. */
export function readStatLine(bytes: Uint8Array): StatLine | undefined {
  // The name may hold `) (`, so it ends at the last parenthesis: only numbers follow.
  const open = bytes.indexOf(0x28)
  const close = bytes.lastIndexOf(0x29)
  if (open < 0 || close < open) return undefined
  const fields = new TextDecoder('latin1').decode(bytes.subarray(close + 2)).split(/\s/)
  /** A field by its number in proc_pid_stat(5), where the state is the third. */
  const field = (number: number): string => fields[number - 3] ?? ''
  if (!/^\d+$/.test(field(22)) || !/^\d+$/.test(field(28))) return undefined
  return {
    command: new TextDecoder().decode(bytes.subarray(open + 1, close)),
    comm: bytes.slice(open + 1, close),
    state: field(3),
    ppid: Number(field(4)),
    pgid: Number(field(5)),
    kernelThread: (Number(field(9)) & KERNEL_THREAD) !== 0,
    startTime: BigInt(field(22)),
    startStack: BigInt(field(28)),
  }
}
