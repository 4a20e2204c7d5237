import { createInterface } from 'node:readline'
import { execa } from 'execa'

/** A process whose memory changes all the time. */
export interface Churner {
  readonly pid: number
  /** How it changes: `steady`, `bursts`, `there-and-back`, `files`, `forks`, `execs`, `seldom`. */
  readonly role: string
}

/** Processes that churn until they are told to end. */
export interface Churn {
  readonly churners: readonly Churner[]
  end(): Promise<void>
}

/** How many processes the program starts. */
const ROLES = 7

/** Starts the program in a folder. */
export async function startChurn(program: string, folder: string): Promise<Churn> {
  const child = execa(program, [folder], { stdin: 'pipe', stdout: 'pipe', buffer: false, reject: false })
  const churners: Churner[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [pid, role] = line.split(' ') as [string, string]
    churners.push({ pid: Number(pid), role })
    if (churners.length === ROLES) break
  }
  if (churners.length < ROLES) throw new Error(`${program} started ${churners.length} of ${ROLES} processes`)
  return {
    churners,
    end: async () => {
      child.stdin.end()
      await child
    },
  }
}
