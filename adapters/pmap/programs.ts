import { busybox } from './busybox/busybox.js'
import { toybox } from './busybox/toybox.js'
import { procps } from './procps/procps.js'
import type { Program } from './program.js'
import { opensuse } from './suse/opensuse.js'
import { suse } from './suse/suse.js'
import { translated } from './translated/translated.js'

/** Every program called pmap that is read here; the first that knows a line takes it. */
export const PROGRAMS: readonly Program[] = [procps, opensuse, busybox, toybox, suse, translated]

/** How many of the blanks behind the colon after a PID are not the command's own: as many as some program puts there. */
export function blanksWithin(count: number): number {
  return Math.max(0, ...PROGRAMS.map(({ blanks }) => blanks).filter((blanks) => blanks <= count))
}
