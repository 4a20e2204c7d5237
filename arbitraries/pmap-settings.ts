import fc from 'fast-check'

/** A file of settings of procps-ng's pmap: which columns -c and -C show beside the address. */
export interface PmapSettings {
  /** By their titles, in any order. */
  readonly columns: readonly string[]
  readonly text: string
}

const COLUMNS: readonly string[] = [
  'Perm',
  'Offset',
  'Device',
  'Inode',
  'Size',
  'Rss',
  'Pss',
  'Private_Dirty',
  'Referenced',
  'Swap',
  'KernelPageSize',
  'VmFlags',
  'Mapping',
]

/** Files of settings; they shrink to fewer columns. */
export const pmapSettings: fc.Arbitrary<PmapSettings> = fc
  .record({ columns: fc.shuffledSubarray([...COLUMNS]), showsPath: fc.boolean() })
  .map(({ columns, showsPath }) => ({
    columns,
    text: ['# made up', '[Fields Display]', ...columns, '[Mapping]', ...(showsPath ? ['ShowPath'] : []), ''].join('\n'),
  }))
