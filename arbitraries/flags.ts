import { MAPPING_MARKS } from '../src/kernel/mapping-marks.js'
import { pseudoPath } from '../src/kernel/pseudo-paths.js'
import { VM_FLAGS_SINCE } from '../src/kernel/smaps-fields.js'
import { isWithin } from '../src/kernel/version.js'
import { VM_FLAGS } from '../src/kernel/vmflags.js'
import { compareVersions } from '../src/model/version.js'
import type { KernelOn } from './choice.js'
import type { KernelRegion } from './region.js'

/** What the letters of perms are among the flags. */
const OF_PERMS: Readonly<Record<string, string>> = { rd: 'r', wr: 'w', ex: 'x', ms: 's' }

/** Releases that print a stack without its guard page; its size is another law's. */
const GUARD_PAGES = { since: '2.6.36', until: '4.12' }

/** The flags of a mapping that the kernel has, of those that are wanted; undefined where it prints none. */
export function flagsOf(on: KernelOn, region: KernelRegion, wanted: readonly string[]): readonly string[] | undefined {
  const { release, machine } = on
  if (compareVersions(release, VM_FLAGS_SINCE) < 0) return undefined
  const known = VM_FLAGS.filter(
    (flag) =>
      isWithin(release, flag) &&
      !(flag.only64 && machine.bits === 32) &&
      (flag.arch === undefined || flag.arch.includes(machine.folder)),
  ).map(({ code }) => code)
  const flags = new Set(wanted)
  for (const [code, letter] of Object.entries(OF_PERMS)) put(flags, code, region.perms.includes(letter))
  if (!flags.has('ms')) flags.delete('sh')
  // A mapping that can be used in no way still may become readable.
  if (!region.perms.includes('r')) flags.add('mr')
  if (isWithin(release, GUARD_PAGES)) flags.delete('gd')
  unmark(flags, region, release)
  return known.filter((code) => flags.has(code))
}

/** Changes the flags of a mapping of the kernel's own that only another release prints so. */
function unmark(flags: Set<string>, { pathname }: KernelRegion, release: string): void {
  const text = Buffer.from(pathname).toString('latin1')
  const names = [text, pseudoPath(text)?.name]
  for (const mark of MAPPING_MARKS) {
    const { has = [], lacks = [] } = mark
    const shows = has.every((code) => flags.has(code)) && !lacks.some((code) => flags.has(code))
    if (!names.includes(mark.name) || isWithin(release, mark) || !shows) continue
    if (has[0] !== undefined) flags.delete(has[0])
    else for (const code of lacks) flags.add(code)
  }
}

function put(flags: Set<string>, code: string, isThere: boolean): void {
  if (isThere) flags.add(code)
  else flags.delete(code)
}
