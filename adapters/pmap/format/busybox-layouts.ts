import { cells, spaced } from './footer-cells.js'
import type { Layout, SumOf } from './layout.js'

const RULE = '----------------  ------  ------  ------  ------\n'
const rest = (sum: SumOf): (bigint | undefined)[] => [sum('Pss'), sum('Private_Dirty'), sum('Swap')]

const BUSYBOX: Layout = {
  blanks: 1,
  sizeWidth: 7,
  spaced: 0,
  unit: 'K',
  counters: [],
  modeGap: 1,
  mode: 'r-xp',
  device: 'none',
  nameGap: 2,
  footer: (sum) => ` total ${cells([sum('Size')], 17)}K\n`,
}
const BUSYBOX_X: Layout = {
  ...BUSYBOX,
  unit: '',
  counters: ['Pss', 'Private_Dirty', 'Swap'],
  modeGap: 2,
  heading: 'Address\t\t  Kbytes     PSS   Dirty    Swap  Mode  Mapping\n',
  footer: (sum) => `${RULE}total kB ${cells([sum('Size')], 15)} ${cells(rest(sum), 7)}\n`,
}
const TOYBOX: Layout = {
  ...BUSYBOX,
  sizeWidth: 6,
  spaced: 1,
  mode: 'r-x--',
  nameGap: 1,
  footer: (sum) => `total${spaced([sum('Size')], 18)}K\n`,
}

/** The layouts of busybox (1.25.0 to 1.38.0) and toybox (0.8.9), by dialect. */
export const BUSYBOX_LAYOUTS: Readonly<Record<string, Layout>> = {
  busybox: BUSYBOX,
  'busybox-x': BUSYBOX_X,
  'busybox-1.30': { ...BUSYBOX, footer: (sum) => `mapped: ${sum('Size')}K\n` },
  'busybox-1.30-x': { ...BUSYBOX_X, footer: (sum) => `${RULE}total\t\t ${cells([sum('Size'), ...rest(sum)], 7)}\n` },
  toybox: TOYBOX,
  'toybox-x': {
    ...TOYBOX,
    sizeWidth: 7,
    spaced: 2,
    unit: '',
    counters: ['Pss', 'Private_Dirty', 'Swap'],
    heading: 'Address           Kbytes     PSS   Dirty    Swap Mode  Mapping\n',
    footer: (sum) => `${RULE}total${spaced([sum('Size')], 19)}${spaced(rest(sum), 8)}\n`,
  },
}
