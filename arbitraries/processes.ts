import fc from 'fast-check'
import { type AddressSpace, MOST, spaceOn, unplacedSpaces } from './address-spaces.js'
import { type KernelChoice, kernels } from './choice.js'
import { oneOf } from './one-of.js'

/** What became of a mapped file by the time that somebody looks for it by its path. */
export interface Fate {
  readonly how: 'as mapped' | 'special' | 'gone' | 'forbidden' | 'replaced'
  readonly size: bigint
  readonly links: bigint
  /** The lock that the process holds on it. */
  readonly lock: '' | 'r' | 'w' | 'R' | 'W'
}

/** A thread, and the kernel's short name of it. */
export interface Thread {
  readonly tid: number
  readonly comm: string
}

/** A process: its mappings, and what tools say beside them. */
export interface Process {
  readonly space: AddressSpace
  readonly pid: number
  readonly ppid: number
  readonly uid: number
  /** Absent for a user without a name. */
  readonly user?: string
  /** The kernel's short name of it. */
  readonly comm: string
  readonly args: readonly string[]
  /** Its threads beside the main one, by ascending id. */
  readonly threads: readonly Thread[]
  /** Which of its mapped files it runs, counted round; one that is not mapped where absent. */
  readonly runs?: number
  /** By mapping, counted round. */
  readonly fates: readonly Fate[]
}

const COMMANDS: readonly string[] = ['cat', 'Web Content', '(sd-pam)', 'naïve', 'tab\there', 'a)b', 'x'.repeat(15)]

const ARGUMENTS: readonly string[] = ['-v', 'two words', '', 'new\nline', 'é', '[heap]', 'total 4K', '7: x']

const THREADS: readonly string[] = ['worker', 'th one', 'a)b', '7']

const USERS: readonly string[] = ['root', '', 'systemd-network', 'a']

const fate: fc.Arbitrary<Fate> = fc.record({
  how: oneOf(['as mapped', 'as mapped', 'gone', 'special', 'forbidden', 'replaced'] as const),
  size: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(0n, 1n, 4096n, 1n << 32n) },
    { weight: 19, arbitrary: fc.bigInt({ min: 0n, max: 1n << 40n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }) },
  ),
  links: oneOf([1n, 0n, 2n, 65000n]),
  lock: oneOf(['', '', '', 'R', 'w', 'r', 'W'] as const),
})

/** What else than its mappings there is of a process. */
const rest = fc.record({
  /** How many pids there are between it and the one before. */
  gap: fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 999_999 })),
  ppid: fc.nat({ max: 99 }),
  uid: fc.oneof(fc.constantFrom(0, 65534), fc.nat({ max: 0xfffffffe })),
  user: oneOf(USERS),
  comm: oneOf(COMMANDS),
  args: fc.array(oneOf(ARGUMENTS), { maxLength: 3 }),
  threads: fc.array(oneOf(THREADS), { maxLength: 2 }),
  runs: fc.option(fc.nat({ max: 7 })),
  fates: fc.array(fate, { minLength: 1, maxLength: 8 }),
})

/** One process, two or three of a chosen kernel, by ascending pid; they shrink to one with fewer, smaller and plainer mappings. */
export function processes(choice: KernelChoice = {}): fc.Arbitrary<readonly Process[]> {
  const one = fc.tuple(unplacedSpaces(choice.maxLength ?? MOST), rest)
  const some = fc.array(one, { maxLength: 3 }).filter((list) => list.length > 0)
  return fc.tuple(kernels(choice), some).map(([on, list]) => {
    let pid = 0
    return list.map(([unplaced, { gap, user, args, threads, runs, ...others }]) => {
      const own = pid + gap + 1
      pid = own + threads.length
      return {
        ...others,
        space: spaceOn(on, unplaced),
        pid: own,
        threads: threads.map((comm, at) => ({ tid: own + at + 1, comm })),
        ...(user === '' ? {} : { user }),
        args: ['prog', ...args],
        ...(runs === null ? {} : { runs }),
      }
    })
  })
}
