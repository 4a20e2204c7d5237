import type { Imitation, Run } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { MemmapsError } from '../../../src/report/errors.js'
import { formatPmap } from '../format/formatter.js'
import { settingsPath } from './asked.js'
import { busyboxPlan } from './busybox.js'
import { oldProcpsPlan } from './old-procps.js'
import { pidOf } from './pids.js'
import { procpsPlan } from './procps.js'
import { toyboxPlan } from './toybox.js'

const PROCPS = ['3.2.8', '3.3.7', '3.3.13', '3.3.17', '4.0.2', '4.0.4', '4.0.5', '4.0.6', '4.0.7']

/** A release, with the program's name in front where it is not procps, or behind it that it was built for 32 bits. */
const VERSION = /^(?:(?:busybox|toybox)-)?\d+(?:\.\d+)+$|^(?!3\.[012]\.)\d+(?:\.\d+)+-32bit$/

/** How runs of the pmap of procps 3.2.8 to 4.0.7, busybox 1.30.1 and 1.38.0, and toybox 0.8.9 are imitated. */
export const pmapImitation: Imitation = {
  versions: ['busybox-1.30.1', 'busybox-1.38.0', 'toybox-0.8.9', ...PROCPS],
  print: formatPmap,
  pidsAsked: (words) => words.flatMap((word) => pidOf(word) ?? []),
  settings: (run) => (isProcpsNg(run) ? settingsPath(run) : undefined),
  plan(run) {
    if (!VERSION.test(run.version)) throw unknownVersion(run.version)
    if (run.version.startsWith('busybox-')) return busyboxPlan(run)
    if (run.version.startsWith('toybox-')) return toyboxPlan(run)
    return isProcpsNg(run) ? procpsPlan(run) : oldProcpsPlan(run)
  },
}

function unknownVersion(version: string): MemmapsError {
  return new MemmapsError('usage', `there is no pmap ${version}`, `use one of: ${pmapImitation.versions.join(', ')}`)
}

/** True for the releases since procps became procps-ng. */
function isProcpsNg({ version }: Run): boolean {
  return /^\d/.test(version) && !isBefore(version, '3.3.0')
}
