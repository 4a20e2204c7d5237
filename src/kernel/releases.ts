import { compareVersions } from '../model/version.js'
import { PSEUDO_PATHS } from './pseudo-paths.js'
import { SMAPS_FIELDS } from './smaps-fields.js'
import type { Span } from './version.js'
import { VM_FLAGS } from './vmflags.js'

/** The oldest release whose texts are written: in older ones newlines in names stand as they are, and there is no smaps. */
const OLDEST = '2.6.14'

/** The newest release that is known. */
export const NEWEST_RELEASE = '7.3'

/** The first release that prints 0 for the offset of memory without a file; older ones print an address. */
export const ZERO_OFFSETS_SINCE = '2.6.30'

/** The first release that prints inodes of 64 bits on 32-bit kernels. */
export const WIDE_INODES_SINCE = '7.1'

/** The first release whose gate page can be one that cannot be read (vsyscall=xonly); in older ones it is `r-xp`. */
export const XONLY_GATE_SINCE = '5.3'

let ofMaps: readonly string[] | undefined
let ofSmaps: readonly string[] | undefined

/** The releases from which on maps says something else, oldest first; sorted when first asked for, as most runs never do. */
export function mapsReleases(): readonly string[] {
  ofMaps ??= sorted([...spansOf(PSEUDO_PATHS), ZERO_OFFSETS_SINCE, XONLY_GATE_SINCE, WIDE_INODES_SINCE, NEWEST_RELEASE])
  return ofMaps
}

/** The releases from which on smaps says something else, oldest first. */
export function smapsReleases(): readonly string[] {
  ofSmaps ??= sorted([
    ...mapsReleases(),
    ...spansOf(SMAPS_FIELDS),
    ...spansOf(SMAPS_FIELDS.flatMap(({ spacings }) => spacings)),
    ...spansOf(VM_FLAGS),
  ])
  return ofSmaps
}

function spansOf(spans: readonly Span[]): readonly string[] {
  return spans.flatMap(({ since }) => since ?? [])
}

function sorted(releases: readonly string[]): readonly string[] {
  const all = [...new Set([...releases, OLDEST])]
  return all.filter((release) => compareVersions(release, OLDEST) >= 0).sort(compareVersions)
}
