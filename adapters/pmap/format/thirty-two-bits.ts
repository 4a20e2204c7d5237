import type { Origin, View } from '../../../src/adapter.js'
import { START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import { MemmapsError } from '../../../src/report/errors.js'
import type { Layout } from './layout.js'

/** How much shorter an address of 32 bits is. */
const LESS = 8

/** What stands behind the version of a procps-ng that was built for 32 bits, whatever the kernel. */
const BUILD = '-32bit'

/**
 * The layout of a pmap that was built for the kernel that printed the mappings, or as its version says: one of 32 bits has
 * addresses of eight digits in procps and toybox. busybox counts in 64 bits wherever it runs.
 */
export function sizedLayout(
  layout: Layout | undefined,
  { dialect, source, table }: View,
  origin: Origin | undefined,
): Layout | undefined {
  const isBuilt = source.version?.endsWith(BUILD) ?? false
  if (layout === undefined || dialect.startsWith('busybox')) return layout
  if (!isBuilt && origin?.seen.view?.dialect !== '32bit') return layout
  if (isBuilt) requireShort(table)
  const { heading, footer } = layout
  return {
    ...layout,
    addressDigits: 16 - LESS,
    ...(heading === undefined ? {} : { heading: heading.replace(' '.repeat(LESS), '') }),
    footer: (sum) =>
      footer(sum)
        .replace('-'.repeat(LESS), '')
        .replace(/^( ?total(?: kB)?) {8}/m, '$1'),
  }
}

/** Throws a MemmapsError for addresses that a pmap of 32 bits reads as its highest one. */
function requireShort(table: RegionTable): void {
  for (let row = 0; row < table.length; row++) {
    if (table.high(row, START) === 0) continue
    throw new MemmapsError('unwritable', 'a pmap of 32 bits cannot print addresses of 64', 'leave -32bit out of --as')
  }
}
