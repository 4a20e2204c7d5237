import type { View } from '../../src/adapter.js'
import type { Region } from '../../src/model/region.js'
import { selectRows } from '../../src/ops/select.js'
import type { Text } from './corpus.js'
import { isWhole } from './whole.js'

/** All that a region says as text, but of where it lies no more than how long it is and how many digits that has. */
function content(region: Region): string {
  const { start, end, offset, inode, pathnameBytes, file } = region
  return JSON.stringify({
    ...region,
    start: start?.toString(16).length,
    end: end !== undefined && start !== undefined ? `${end - start}` : end?.toString(16).length,
    offset: `${offset}`,
    inode: `${inode}`,
    pathnameBytes: pathnameBytes && [...pathnameBytes],
    file: file && { ...file, size: `${file.size}`, links: `${file.links}` },
  })
}

/** What a view says beside its regions, of the number of the process no more than how many digits it has. */
function around({ process, totals }: View): string {
  const numbers = [process?.pid, process?.tgid, process?.ppid, process?.pgid].map((one) => `${one}`.length)
  const facts = { ...process, pid: 0, tgid: 0, ppid: 0, pgid: 0 }
  return JSON.stringify([facts, numbers, totals], (_, one) => (typeof one === 'bigint' ? `${one}n` : one))
}

/**
 * What a captured text is the first to show: the same processes on 33 kernels are mostly the same regions at other addresses.
 * A text keeps each region that no earlier text of its dialect has; one that has none, and says of its process and of sums what
 * an earlier one does, is not looked at again. A fifth of the captures, and all that are not of captures, stay whole.
 */
export class Fresh {
  readonly #seen = new Set<string>()

  /** The views of a text without the regions that were in the texts before it. */
  of(text: Text, views: readonly View[]): readonly View[] {
    return views.flatMap((view) => {
      const says = `${text.dialect} ${[...view.says]} `
      const rows = [...view.table].flatMap((region, row) => (this.#isNew(says + content(region)) ? [row] : []))
      const isNew = this.#isNew(says + around(view)) || rows.length > 0
      if (isWhole(text)) return [view]
      return isNew ? [{ ...view, table: selectRows(view.table, rows) }] : []
    })
  }

  #isNew(content: string): boolean {
    const before = this.#seen.size
    return this.#seen.add(content).size > before
  }
}
