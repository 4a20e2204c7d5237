import type { CapturedText } from '../../../src/capture/types.js'

/** What can go wrong with one region. */
export const FAULTS = ['address', 'dropped', 'inode', 'perms', 'size', 'name'] as const
export type Fault = (typeof FAULTS)[number]

interface Target {
  readonly start: string
  readonly end: string
  readonly inode: string
  readonly name: string
}

const PAGE = 0x1000n

/** The text with one fault in the target's line; every other byte stays. */
export function inject({ adapter, dialect, bytes }: CapturedText, fault: Fault, target: Target): Buffer {
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  const at = lines.findIndex((line) => isTarget(line, adapter, target))
  if (at < 0) throw new Error(`no line of ${adapter}:${dialect} names ${target.name}`)
  if (fault === 'dropped') lines.splice(at, adapter === 'smaps' ? recordLength(lines, at) : 1)
  else lines[at] = changed(lines[at] as string, adapter, dialect, fault, target)
  return Buffer.from(lines.join('\n'), 'latin1')
}

function isTarget(line: string, adapter: string, { start, name }: Target): boolean {
  if (adapter === 'lsof') return line.replace(/\0+$/, '').endsWith(`/${name}`)
  return line.replace(/^[ 0]+/, '').startsWith(start)
}

function recordLength(lines: readonly string[], at: number): number {
  let length = 1
  while (/^[A-Z]/.test(lines[at + length] ?? '')) length += 1
  return length
}

function changed(line: string, adapter: string, dialect: string, fault: Fault, target: Target): string {
  switch (fault) {
    case 'address':
      return shifted(line, target.start, adapter === 'pmap' ? [] : [target.end])
    case 'inode':
      return line.replace(inodePattern(adapter, dialect, target.inode), (found) => bumped(found))
    case 'perms':
      return line.replace(/ r--(?=[ps-])/, ' rw-')
    case 'size':
      return resized(line, adapter, dialect, target)
    case 'name':
      return line.replace(target.name, `${target.name.slice(0, -1)}~`)
    default:
      throw new Error(`${fault} is no change of a line`)
  }
}

function shifted(line: string, start: string, others: readonly string[]): string {
  return [start, ...others].reduce((text, address) => text.replace(address, moved(address)), line)
}

function moved(address: string): string {
  return (BigInt(`0x${address}`) + PAGE).toString(16).padStart(address.length, '0')
}

function inodePattern(adapter: string, dialect: string, inode: string): RegExp {
  if (dialect === 'fields0') return new RegExp(`(?<=\0i)${inode}(?=\0)`)
  return adapter === 'lsof' ? new RegExp(`(?<= )${inode}(?= /)`) : new RegExp(`(?<= )${inode}(?= )`)
}

/** The number with another last digit. */
function bumped(digits: string): string {
  return digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)
}

function resized(line: string, adapter: string, dialect: string, { end }: Target): string {
  if (adapter === 'maps' || adapter === 'smaps') return line.replace(end, moved(end))
  if (dialect === 'fields0') return line.replace(/(?<=\0s)\d+(?=\0)/, bumped)
  if (adapter === 'lsof') return line.replace(/\d+(?= +\d+ \/)/, bumped)
  // The first number of -x is the size; in -XX it follows the inode, and Size is the first counter.
  return dialect === 'x'
    ? line.replace(/(?<=^[0-9a-f]+ +)\d+/, bumped)
    : line.replace(/(?<=:[0-9a-f]+ +\d+ +)\d+/, bumped)
}
