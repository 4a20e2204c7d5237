import { latin1, sameBytes } from '../../../src/model/pathname.js'
import { CLEANINGS } from './clean.js'
import { cutNames } from './cut-names.js'
import { LINE_BYTES, type Mapping, NAME_COLUMN, type NameRules } from './name.js'
import type { Shown } from './shown.js'

/** A pmap, and what of its call counts for names; undefined where nobody knows the call. */
export interface Printer {
  readonly shown: Shown
  readonly wholePath: boolean | undefined
  readonly kernelNames: boolean | undefined
}

const SHMID = /^ {2}\[ shmid=0x([0-9a-f]+) \]$/
const EITHER: readonly boolean[] = [false, true]
/** Which of the two it is depends on where the stack began. */
const ANON_OR_STACK: ReadonlySet<string> = new Set(['  [ anon ]', '  [ stack ]'])
const SLASH = '/'

/** True for what pmap makes up for a System V segment. */
export function isSegment(name: Uint8Array): boolean {
  return SHMID.test(latin1(name))
}

/** True when there is a name of the kernel's that one pmap prints as one name, and another pmap as the other. */
export function haveOneName(
  left: Uint8Array,
  right: Uint8Array,
  [first, second]: readonly [Printer, Printer],
  inodes: readonly (bigint | undefined)[] = [],
): boolean {
  const [a, b] = [latin1(left), latin1(right)]
  // A segment's number is its inode, whoever says it.
  const numbers = [...inodes, shmidOf(a), shmidOf(b)].filter((each) => each !== undefined)
  if ((SHMID.test(a) || SHMID.test(b)) && numbers.some((each) => each !== numbers[0])) return false
  const names = [...candidates(a, b), ...cutNames(a, b, first), ...cutNames(b, a, second)]
  return names.some((name) => prints(first, name, left) && prints(second, name, right))
}

/** The names that the kernel may have had: each of those two, and what they give together. */
function candidates(left: string, right: string): string[] {
  const found = new Set(['', '[stack]', '/SYSV'])
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const bare = one.trimStart()
    for (const name of [one, bare, SLASH + one, SLASH + bare, `[${SLASH}${bare}`, ` ${bare}`]) found.add(name)
    // One has the folder, and the other the last part, of which the first has less.
    const folder = one.slice(0, one.lastIndexOf(SLASH) + 1)
    if (folder !== '') for (const name of [folder + other, folder + other.trimStart()]) found.add(name)
  }
  for (const name of [...found]) {
    const mark = name.indexOf('?')
    if (mark >= 0) found.add(`${name.slice(0, mark)}\t${name.slice(mark + 1)}`)
  }
  return [...found].filter(isKernelName)
}

/** What has no slash is a name of the kernel's own, which ends with its bracket, or has none. */
function isKernelName(name: string): boolean {
  if (name.includes(SLASH) || !name.trimStart().startsWith('[')) return true
  return name.startsWith('[') && name.endsWith(']')
}

function prints({ shown, wholePath, kernelNames }: Printer, name: string, printed: Uint8Array): boolean {
  const text = latin1(printed)
  const shmid = shmidOf(text)
  const mapping: Mapping = {
    name: bytesOf(name),
    start: 0n,
    end: 0n,
    column: NAME_COLUMN,
    startStack: undefined,
    onSysvDevice: shmid !== undefined,
    inode: shmid,
  }
  const lineBytes = shown.lineBytes ?? LINE_BYTES
  for (const whole of wholePath === undefined ? EITHER : [wholePath]) {
    for (const kernel of kernelNames === undefined ? EITHER : [kernelNames]) {
      const rules: NameRules = { wholePath: whole, kernelNames: kernel, lineBytes }
      if (isPrinted(shown.name(mapping, rules).name, printed, text, shown)) return true
    }
  }
  return false
}

function shmidOf(text: string): bigint | undefined {
  const digits = SHMID.exec(text)?.[1]
  return digits === undefined ? undefined : BigInt(`0x${digits}`)
}

function isPrinted(made: Uint8Array, printed: Uint8Array, text: string, { cleans }: Shown): boolean {
  if (sameBytes(made, printed)) return true
  if (cleans && CLEANINGS.some((clean) => sameBytes(clean(made), printed))) return true
  return ANON_OR_STACK.has(text) && ANON_OR_STACK.has(latin1(made))
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
