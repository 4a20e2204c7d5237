import { MemmapsError } from '../report/errors.js'
import { SURROUNDINGS, TIME_LIMIT } from './tool-version.js'
import { undoAtEnd } from './undo.js'

/** How much a tool may print when nobody says, in bytes. */
export const SIZE_LIMIT: number = 1 << 30

/** Limits of a run. */
export interface ToolLimits {
  /** Milliseconds. */
  readonly timeLimit?: number
  /** Bytes, of stdout and of stderr each. */
  readonly sizeLimit?: number
}

/** What a tool did. */
export interface ToolRun {
  /** The tool by its absolute path, and its arguments. */
  readonly argv: readonly string[]
  readonly exit: number
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
}

/**
 * Runs a tool by its absolute path: no shell, `LC_ALL=C`, an otherwise empty environment, directory `/`, no stdin.
 *
 * It leads a process group of its own, so that what it starts is killed with it when it takes too long.
 */
export async function runTool(path: string, args: readonly string[], limits: ToolLimits = {}): Promise<ToolRun> {
  const { timeLimit = TIME_LIMIT, sizeLimit = SIZE_LIMIT } = limits
  // Loaded when it is needed: it is a hundred modules.
  const { execa } = await import('execa')
  const tool = execa(path, args, {
    ...SURROUNDINGS,
    extendEnv: false,
    stdin: 'ignore',
    encoding: 'buffer',
    stripFinalNewline: false,
    maxBuffer: sizeLimit,
    detached: true,
    cleanup: false,
    reject: false,
  })
  const group = undoAtEnd(() => killGroup(tool.pid))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(settle, timeLimit, undefined)
  })
  const result = await Promise.race([tool, late])
  clearTimeout(timer)
  if (result === undefined) {
    group.now()
    // A descendant that left the group may hold the pipes open, and a stuck process outlives SIGKILL.
    tool.stdout.destroy()
    tool.stderr.destroy()
    tool.unref()
    throw new MemmapsError(
      'timed-out',
      `${path} did not end within ${timeLimit / 1000} s`,
      'allow it more time with --time-limit',
    )
  }
  if (result.isMaxBuffer) {
    group.now()
    throw new MemmapsError('tool-failed', `${path} printed more than ${sizeLimit} bytes`, 'try it by hand')
  }
  group.forget()
  if (result.exitCode === undefined) {
    const how = result.signal === undefined ? `cannot be run: ${result.code}` : `was ended by ${result.signal}`
    throw new MemmapsError('tool-failed', `${path} ${how}`, 'try it by hand')
  }
  return { argv: [path, ...args], exit: result.exitCode, stdout: result.stdout, stderr: result.stderr }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group is gone already.
  }
}
