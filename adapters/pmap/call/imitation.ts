import type { Imitation } from '../../../src/adapter.js'
import { formatPmap } from '../format/formatter.js'
import { busyboxPlan, toyboxPlan } from './others.js'
import { procpsPlan } from './procps.js'

/** How runs of the pmap of procps 3.2.8 to 4.0.7, busybox 1.30.1 and 1.38.0, and toybox 0.8.9 are imitated. */
export const pmapImitation: Imitation = {
  versions: [
    '3.2.8',
    '3.3.7',
    '3.3.13',
    '3.3.17',
    '4.0.2',
    '4.0.4',
    '4.0.5',
    '4.0.6',
    '4.0.7',
    'busybox-1.30.1',
    'busybox-1.38.0',
    'toybox-0.8.9',
  ],
  print: formatPmap,
  plan(run) {
    if (run.version.startsWith('busybox-')) return busyboxPlan(run)
    return run.version.startsWith('toybox-') ? toyboxPlan(run) : procpsPlan(run)
  },
}
