import { isBefore } from '../../../src/model/version.js'

/** The names that lsof since 4.99.0 knows, beside numbers and ranges of them. */
const NAMES: ReadonlySet<string> = new Set(
  'cwd rtd txt mem DEL ltx mmap NOFD err v86 m86 pd twd fd ctty unk'.split(' '),
)

/** What ends lsof at once, without its usage. */
export const INVALID: string = 'invalid fd type given in -d option'

/** The descriptors that `-d` lists, or with `^` leaves out. */
export interface Descriptors {
  readonly names: ReadonlySet<string>
  readonly exclude: boolean
  /** What lsof says of those that it does not understand. */
  readonly complaints: readonly string[]
}

/** Reads the lists of all `-d` together; a mixture it keeps quiet of without `warnings`. Undefined where nothing is listed. */
export function readDescriptors(
  lists: readonly (string | undefined)[],
  version: string,
  warnings = true,
): Descriptors | undefined {
  const names = new Set<string>()
  const complaints: string[] = []
  let exclude: boolean | undefined
  for (const list of lists) {
    if (!list) complaints.push('no file descriptor specified')
    for (const member of (list ?? '').split(',')) {
      const excluded = member.startsWith('^')
      const name = excluded ? member.slice(1) : member
      if (name === '') continue
      const wrong = wrongRange(name)
      if (wrong !== undefined) complaints.push(wrong)
      else if (exclude !== undefined && exclude !== excluded) {
        const [one, other] = excluded ? ['exclude', 'include'] : ['include', 'exclude']
        complaints.push(warnings ? `${one} in an ${other} -d list: ${member}` : '')
      } else if (isInvalid(name, version)) complaints.push(INVALID)
      else {
        exclude = excluded
        names.add(name)
      }
    }
  }
  if (exclude === undefined && complaints.length === 0) return undefined
  return { names, exclude: exclude ?? false, complaints }
}

function wrongRange(name: string): string | undefined {
  const dash = name.lastIndexOf('-')
  if (dash < 0) return undefined
  const [low, high] = [name.slice(0, dash), name.slice(dash + 1)]
  if (low === '') return `illegal FD range for -d: ${name}`
  if (!/^\d+$/.test(low) || !/^\d*$/.test(high)) return `non-digit in -d FD range: ${name}`
  return Number(low) >= Number(high) ? `-d FD range's low >= its high: ${name}` : undefined
}

function isInvalid(name: string, version: string): boolean {
  return !isBefore(version, '4.99.0') && !/^\d+(?:-\d+)?$/.test(name) && !NAMES.has(name)
}
