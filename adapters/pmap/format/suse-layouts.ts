import { cells } from './footer-cells.js'
import type { Layout, SumOf } from './layout.js'

const COUNTERS = ['Rss', 'Pss', 'Dirty', 'Swap'] as const
const all = (sum: SumOf): (bigint | undefined)[] => [sum('Size'), ...COUNTERS.map(sum)]

/** The sentence at the end; what was touched stands in it where it is known. */
function summary(sum: SumOf): string {
  const touched = sum('referenced')
  const shared = `${sum('shared')}K shared`
  return (
    `${sum('writable-private')}K writable-private, ${sum('readonly-private')}K readonly-private, ` +
    `${touched === undefined ? `and ${shared}` : `${shared}, and ${touched}K referenced`}`
  )
}

const totals = (sum: SumOf): string =>
  `Total:           ${all(sum)
    .map((value) => `${String(value).padStart(6)}K`)
    .join(' ')}\n\n`

const SUSE: Layout = {
  blanks: 1,
  sizeWidth: 6,
  spaced: 0,
  unit: 'K',
  counters: COUNTERS,
  modeGap: 1,
  mode: 'r-xp',
  device: 'none',
  nameGap: 1,
  heading: 'START               SIZE     RSS     PSS   DIRTY    SWAP PERM MAPPING\n',
  footer: (sum) => `${totals(sum)}${summary(sum)}\n`,
}

/** The layouts of SUSE's own pmap (SUSE 11 and 12), and of the procps-ng that openSUSE patched to look like it. */
export const SUSE_LAYOUTS: Readonly<Record<string, Layout>> = {
  suse: SUSE,
  'suse-d': {
    ...SUSE,
    device: 'short',
    nameGap: 2,
    heading: 'START               SIZE     RSS     PSS   DIRTY    SWAP PERM OFFSET           DEVICE MAPPING\n',
    footer: (sum) => `${totals(sum)}${summary(sum)} \n`,
  },
  opensuse: {
    ...SUSE,
    blanks: 3,
    sizeWidth: 7,
    unit: '',
    mode: 'r-xp-',
    heading: 'Address           Kbytes     RSS     PSS   Dirty    Swap Mode  Mapping\n',
    footer: (sum) => `---------------- ${'------- '.repeat(5)}\ntotal kB         ${cells(all(sum), 7)}\n`,
  },
}
