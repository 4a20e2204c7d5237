import { busybox } from './busybox.js'
import type { Implementation } from './implementation.js'
import { opensuse } from './opensuse.js'
import { procps } from './procps.js'
import { suse } from './suse.js'
import { toybox } from './toybox.js'
import { translated } from './translated.js'

/** Every program called pmap that is read here; the first that knows a line takes it. */
export const IMPLEMENTATIONS: readonly Implementation[] = [procps, opensuse, busybox, toybox, suse, translated]

/** How many of the blanks behind the colon after a PID are not the command's own: as many as some program puts there. */
export function blanksWithin(count: number): number {
  return Math.max(0, ...IMPLEMENTATIONS.map(({ blanks }) => blanks).filter((blanks) => blanks <= count))
}
