import { BUSYBOX_LAYOUTS } from './busybox-layouts.js'
import { cells, left } from './footer-cells.js'
import type { Layout } from './layout.js'
import { SUSE_LAYOUTS } from './suse-layouts.js'

const DEFAULT: Layout = {
  blanks: 3,
  sizeWidth: 6,
  spaced: 0,
  unit: 'K',
  counters: [],
  modeGap: 1,
  mode: 'r-x--',
  device: 'none',
  nameGap: 1,
  footer: (sum) => ` total ${cells([sum('Size')], 16)}K\n`,
}
const WITH_COUNTERS: Layout = {
  ...DEFAULT,
  sizeWidth: 7,
  unit: '',
  counters: ['Rss', 'Dirty'],
  heading: 'Address           Kbytes     RSS   Dirty Mode  Mapping\n',
  footer: (sum) =>
    `${'-'.repeat(16)} ${`${'-'.repeat(7)} `.repeat(3)}\n` +
    `${left('total kB', 16)} ${cells([sum('Size'), sum('Rss'), sum('Dirty')], 7)}\n`,
}

/** The narrow layouts of every pmap, by dialect: procps' own first. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  default: DEFAULT,
  x: WITH_COUNTERS,
  d: {
    ...DEFAULT,
    sizeWidth: 7,
    unit: '',
    device: 'padded',
    heading: 'Address           Kbytes Mode  Offset           Device    Mapping\n',
    footer: (sum) =>
      `mapped: ${sum('Size')}K    writeable/private: ${sum('writeable/private')}K    shared: ${sum('shared')}K\n`,
  },
  'default-3.2': { ...DEFAULT, nameGap: 2 },
  'x-3.2': {
    ...WITH_COUNTERS,
    counters: ['-', '-', '-'],
    nameGap: 2,
    heading: 'Address           Kbytes     RSS    Anon  Locked Mode   Mapping\n',
    footer: (sum) =>
      `----------------  ------  ------  ------  ------\ntotal kB ${cells([sum('Size')], 15)}       -       -       -\n`,
  },
  'x-3.3.2': {
    ...WITH_COUNTERS,
    nameGap: 2,
    heading: 'Address           Kbytes     RSS   Dirty Mode   Mapping\n',
    footer: (sum) =>
      `----------------  ------  ------  ------\n` +
      `total kB ${cells([sum('Size')], 15)} ${cells([sum('Rss'), sum('Dirty')], 7)}\n`,
  },
  ...BUSYBOX_LAYOUTS,
  ...SUSE_LAYOUTS,
}
