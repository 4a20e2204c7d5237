import { busyboxCutName, busyboxName, suseName, toyboxName } from './cell-names.js'
import { narrowName } from './name.js'
import type { Shown } from './shown.js'

const SMAPS_SUMS = { Pss: ['Pss'], Private_Dirty: ['Private_Dirty'], Swap: ['Swap'] }
const SUSE_SUMS = { Rss: ['Rss'], Pss: ['Pss'], Dirty: ['Shared_Dirty', 'Private_Dirty'], Swap: ['Swap'] }

const BUSYBOX: Shown = {
  columns: 'none',
  sums: {},
  name: busyboxName,
  cleans: false,
  wholePath: true,
  skipsEmpty: true,
  lineBytes: 4095,
}
const BUSYBOX_CUT: Shown = { ...BUSYBOX, name: busyboxCutName, cutsAtBlank: true, lineBytes: 1023 }
const TOYBOX: Shown = {
  columns: 'none',
  sums: {},
  name: toyboxName,
  cleans: false,
  lineBytes: Number.POSITIVE_INFINITY,
}
const SUSE: Shown = {
  columns: 'none',
  sums: SUSE_SUMS,
  name: suseName,
  cleans: false,
  wholePath: true,
  cutsAtBlank: true,
}

/** What the pmaps that are not procps' show. */
export const CELL_SHOWN: Readonly<Record<string, Shown>> = {
  busybox: BUSYBOX,
  'busybox-x': { ...BUSYBOX, sums: SMAPS_SUMS },
  'busybox-1.30': BUSYBOX_CUT,
  'busybox-1.30-x': { ...BUSYBOX_CUT, sums: SMAPS_SUMS },
  toybox: TOYBOX,
  'toybox-x': { ...TOYBOX, sums: SMAPS_SUMS },
  suse: SUSE,
  'suse-d': { ...SUSE, columns: 'offset' },
  opensuse: { columns: 'none', sums: SUSE_SUMS, name: narrowName, cleans: true },
}
