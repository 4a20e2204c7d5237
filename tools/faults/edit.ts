import { type FieldPart, type Places, withText } from './fields.js'

/** A change of one region, in words that hold for every view that shows it. */
export type Edit =
  /** Memory without a file has no name but those that a tool makes up. */
  | { readonly of: 'nameless' }
  | { readonly of: 'address'; readonly delta: bigint }
  /** `counted`: smaps says a size twice, and both change. */
  | { readonly of: 'size'; readonly delta: bigint; readonly counted: boolean }
  /** `below`: what stands in brackets at the end stays, be it a mark or a part of the name, and what is before it changes. */
  | { readonly of: 'name'; readonly how: 'tail' | 'folder' | 'mark' | 'marks'; readonly below?: true }
  /** The character of the permissions that changes. */
  | { readonly of: 'perms'; readonly at: number }
  | { readonly of: 'inode'; readonly to: bigint }
  | { readonly of: 'device'; readonly delta: bigint }
  | { readonly of: 'descriptor' }

const MARK = ' (deleted)'
const AT_THE_END = / \([^()]+\)$/

/** The record with the region changed; undefined where it does not say that, or the change cannot be made. */
export function edited(record: string, places: Places, edit: Edit): string | undefined {
  switch (edit.of) {
    case 'address':
      return moved(moved(record, places, 'end', edit.delta) ?? record, places, 'start', edit.delta)
    case 'size':
      return resized(record, places, edit)
    case 'perms':
      return changed(record, places, 'perms', (perms) => flipped(perms, edit.at))
    case 'inode':
      return changed(record, places, 'inode', () => String(edit.to), true)
    case 'device':
      return changed(record, places, 'device', (device) => otherDevice(device, edit.delta), true)
    case 'name':
      return changed(record, places, 'name', (name) =>
        edit.below ? renamedBelow(name, edit.how) : renamed(name, edit.how),
      )
    case 'nameless':
      return changed(record, places, 'name', () => '')
    case 'descriptor':
      return changed(record, places, 'descriptor', (old) => (old === 'txt' ? undefined : old === 'DEL' ? 'mem' : 'DEL'))
  }
}

function changed(
  record: string,
  places: Places,
  part: FieldPart,
  change: (old: string) => string | undefined,
  aligned = false,
): string | undefined {
  const place = places.get(part)
  if (place === undefined) return undefined
  const old = record.slice(place.from, place.to)
  const text = change(old)
  return text === undefined || text === old ? undefined : withText(record, place, text, aligned)
}

function moved(record: string, places: Places, part: FieldPart, delta: bigint): string | undefined {
  return changed(record, places, part, (old) => {
    const to = BigInt(`0x${old}`) + delta
    return to < 0n || to >> 64n > 0n ? undefined : to.toString(16).padStart(old.length, '0')
  })
}

function resized(record: string, places: Places, edit: Edit & { of: 'size' }): string | undefined {
  const kilobytes = (old: string): string | undefined => {
    const to = BigInt(old) + edit.delta / 1024n
    return to < 0n ? undefined : String(to)
  }
  if (places.has('end')) {
    // From the last to the first, so that no place moves before it is used.
    const counted = edit.counted ? changed(record, places, 'counted', kilobytes, true) : undefined
    return moved(counted ?? record, places, 'end', edit.delta)
  }
  const inBytes = places.has('descriptor')
  return changed(record, places, 'size', (old) => (inBytes ? positive(BigInt(old) + edit.delta) : kilobytes(old)), true)
}

function positive(size: bigint): string | undefined {
  return size < 0n ? undefined : String(size)
}

function flipped(perms: string, at: number): string {
  const old = perms[at] as string
  const shared = perms.length === 5 ? '-' : 'p'
  const to = at === 3 ? (old === 's' ? shared : 's') : old === '-' ? ('rwx'[at] as string) : '-'
  return perms.slice(0, at) + to + perms.slice(at + 1)
}

/** A device with another minor number, in the spelling that it has: 08:01, 8,1, 0x801. */
function otherDevice(device: string, delta: bigint): string {
  const [, before, digits] = /^(.*[:,x])([0-9a-f]+)$/.exec(device) as unknown as [string, string, string]
  const base = device.includes(',') ? 10 : 16
  const to = (base === 10 ? BigInt(digits) : BigInt(`0x${digits}`)) + delta
  return before + to.toString(base).padStart(digits.length, '0')
}

type Renaming = (Edit & { of: 'name' })['how']

function renamedBelow(name: string, how: Renaming): string | undefined {
  const end = AT_THE_END.exec(name)?.[0]
  const below = end && renamed(name.slice(0, -end.length), how)
  return below && below + end
}

function renamed(name: string, how: Renaming): string | undefined {
  const isMarked = name.endsWith(MARK)
  // A file that is itself called so, and is deleted too.
  if (how === 'marks') return name + MARK + MARK
  if (how === 'mark') return isMarked ? name.slice(0, -MARK.length) : name + MARK
  const end = isMarked ? name.length - MARK.length : name.length
  const slash = name.lastIndexOf('/', end - 1)
  const from = how === 'tail' ? slash + 1 : 0
  const to = how === 'tail' ? end : slash
  for (let at = to - 1; at >= from; at--) {
    const code = name.charCodeAt(at)
    const isLetter = /[a-z0-9]/i.test(name[at] as string)
    // The character before may make an escape of it: \012, \x20, ^A.
    if (isLetter && !/[\\^]\w{0,3}$/.test(name.slice(0, at))) {
      return (
        name.slice(0, at) +
        (/[z9Z]/.test(name[at] as string) ? 'q' : String.fromCharCode(code + 1)) +
        name.slice(at + 1)
      )
    }
  }
  return undefined
}
