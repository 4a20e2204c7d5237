import { type Device, sameDevice } from '../../../src/model/device.js'
import { basename, latin1 } from '../../../src/model/pathname.js'
import type { PmapReason } from './reasons.js'

/** What `mapping_name()` of procps looks at. */
export interface Mapping {
  readonly name: Uint8Array
  readonly start: bigint
  readonly end: bigint
  /** True on the kernel's device of System V shared memory, and where nobody knows it on any of the kernel's own. */
  readonly onSysvDevice: boolean
  /** undefined where the richer view does not say. */
  readonly inode: bigint | undefined
  /** Bytes of the line before the name. */
  readonly column: number
  /** Bottom of the stack from /proc/PID/stat; undefined when it is not known. */
  readonly startStack: bigint | undefined
}

/** What pmap was asked for, and what its version does. */
export interface NameRules {
  /** Whole paths (-p), not their last parts. */
  readonly wholePath: boolean
  /** The kernel's own names in brackets (-k). */
  readonly kernelNames: boolean
  /** How many bytes of a line it reads. */
  readonly lineBytes: number
}

/** Why a name is printed so, beside that it is cut. */
type NameReason =
  | 'none'
  | Extract<PmapReason, 'sysv-as-shmid' | 'basename-only' | 'cut-before-bracket' | 'stack-guessed' | 'brackets-as-anon'>

/** A name as pmap prints it, with the rules that made it. */
export interface PrintedName {
  readonly name: Uint8Array
  readonly reasons: readonly PmapReason[]
}

const ANON = encode('  [ anon ]')
const STACK = encode('  [ stack ]')
const SYSV = encode('/SYSV')
const SLASH = 0x2f
const BLANK = 0x20

/** The rules by which a whole name is printed so, and one that was cut: lists that all names have in common, of which there are many. */
const REASONS = reasonsBehind()
const CUT: typeof REASONS = reasonsBehind('long-line-split')
const NAME_CUT: typeof REASONS = reasonsBehind('name-cut')

/** `fgets` in pmap (3.3.4 and later) reads this many bytes of a line. */
export const LINE_BYTES = 1023

/** Bytes of a line of maps before the name, where addresses have 64 bits. */
export const NAME_COLUMN = 73

/** `%127[^\n]` in pmap -X. */
export const WIDE_NAME_BYTES = 127

/** True for the device of System V shared memory, and where that is not known for any of the kernel's own (major 0). */
export function maybeSysv(device: Device | undefined, sysvDevice: Device | undefined): boolean {
  if (device === undefined) return false
  return sysvDevice === undefined ? device.major === 0 : sameDevice(device, sysvDevice)
}

/** The name column of the default layout, -x and -d: procps 3.2.0 to 4.0.7. */
export function narrowName(mapping: Mapping, { wholePath, kernelNames, lineBytes }: NameRules): PrintedName {
  const isLong = mapping.name.length > lineBytes - mapping.column
  const name = isLong ? mapping.name.subarray(0, lineBytes - mapping.column) : mapping.name
  const because = isLong ? CUT : REASONS
  if (mapping.onSysvDevice && mapping.inode !== undefined && hasSysv(name)) {
    return { name: encode(`  [ shmid=0x${mapping.inode.toString(16)} ]`), reasons: because['sysv-as-shmid'] }
  }
  const slash = name.indexOf(SLASH)
  if (slash >= 0) {
    if (wholePath) return { name: name.subarray(slash), reasons: because.none }
    const last = basename(name)
    return last.length > 0
      ? { name: last, reasons: because['basename-only'] }
      : { name: name.subarray(name.length - 1), reasons: because.none }
  }
  const text = latin1(name)
  const bracket = kernelNames && text.endsWith(']') ? text.indexOf('[') : -1
  if (bracket >= 0) {
    return { name: name.subarray(bracket), reasons: because[bracket > 0 ? 'cut-before-bracket' : 'none'] }
  }
  const { startStack, start, end } = mapping
  const isStack = text === '[stack]'
  const holdsStack = startStack === undefined ? isStack : startStack >= start && startStack <= end
  const guessed = holdsStack !== isStack
  const reason = guessed ? 'stack-guessed' : name.length > 0 && !isStack ? 'brackets-as-anon' : 'none'
  return { name: holdsStack ? STACK : ANON, reasons: because[reason] }
}

/** The name column of -X and -XX, all versions. */
export function wideName({ name }: Mapping, { wholePath }: NameRules): PrintedName {
  let shown = name
  while (shown[0] === BLANK) shown = shown.subarray(1)
  const isLong = shown.length > WIDE_NAME_BYTES
  if (isLong) shown = shown.subarray(0, WIDE_NAME_BYTES)
  const because = isLong ? NAME_CUT : REASONS
  if (wholePath || !shown.includes(SLASH)) return { name: shown, reasons: because.none }
  return { name: basename(shown), reasons: because['basename-only'] }
}

/**
 * True where the printed name follows from the kernel's alone, whatever else is said of the mapping, and wherever it lies but where
 * the stack began.
 */
export function isWithoutPlace(
  name: Uint8Array,
  print: (mapping: Mapping, rules: NameRules) => PrintedName,
  { lineBytes }: NameRules,
): boolean {
  if (print === wideName) return true
  return print === narrowName && name.length <= lineBytes - NAME_COLUMN && !hasSysv(name)
}

/** True where a name has the letters by which the kernel names System V shared memory. */
function hasSysv(name: Uint8Array): boolean {
  for (let at = name.length - SYSV.length; at >= 0; at--) {
    let place = 0
    while (place < SYSV.length && name[at + place] === SYSV[place]) place += 1
    if (place === SYSV.length) return true
  }
  return false
}

/** True for a name that procps or busybox makes up, before which they put two blanks. */
export function isMadeUp(name: Uint8Array): boolean {
  return name[0] === 0x20 && name[1] === 0x20 && name[2] === 0x5b
}

/** The last part of a path; a name that pmap made up stays whole. */
export function lastPart(name: Uint8Array): Uint8Array {
  return isMadeUp(name) ? name : basename(name)
}

/** The name with a slash in front. */
export function prefixed(name: Uint8Array): Uint8Array {
  return Uint8Array.of(SLASH, ...name)
}

/** True for a name of printable ASCII alone, which every pmap prints as it is. */
export function isPlain(name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at++) {
    const byte = name[at] as number
    if (byte < 0x20 || byte > 0x7e) return false
  }
  return true
}

/** A name with `?` for every byte that is not printable ASCII, as pmap prints it up to 4.0.4. */
export function asciiOnly(name: Uint8Array): Uint8Array {
  return name.map((byte) => (byte < 0x20 || byte > 0x7e ? 0x3f : byte))
}

/** A name with `?` for every byte beyond ASCII, as pmap from 4.0.5 on prints it under LC_ALL=C. */
export function controlsKept(name: Uint8Array): Uint8Array {
  return name.map((byte) => (byte > 0x7f ? 0x3f : byte))
}

/** A name with `?` for every byte that is no part of a UTF-8 character, as pmap from 4.0.5 on prints it under UTF-8. */
export function utf8Kept(name: Uint8Array, characterSize: (bytes: Uint8Array, at: number) => number): Uint8Array {
  const shown = name.slice()
  for (let at = 0; at < name.length; ) {
    const size = characterSize(name, at)
    if (size === 0) shown[at] = 0x3f
    at += Math.max(1, size)
  }
  return shown
}

function reasonsBehind(...first: readonly PmapReason[]): Readonly<Record<NameReason, readonly PmapReason[]>> {
  return {
    none: first,
    'sysv-as-shmid': [...first, 'sysv-as-shmid'],
    'basename-only': [...first, 'basename-only'],
    'cut-before-bracket': [...first, 'cut-before-bracket'],
    'stack-guessed': [...first, 'stack-guessed'],
    'brackets-as-anon': [...first, 'brackets-as-anon'],
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
