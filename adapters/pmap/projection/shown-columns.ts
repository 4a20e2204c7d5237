import { HAS_PATHNAME } from '../../../src/model/fields.js'
import { RegionTable } from '../../../src/model/table.js'

/** The columns of a table whose every row is shown, under a name of pmap's: they are the table's own, and nothing is copied row by row. */
export class ShownColumns {
  protected readonly present: Uint16Array
  readonly #nameIds: Uint32Array

  constructor(
    readonly table: RegionTable,
    /** The HAS_… bits of what is shown, but for the name. */
    shown: number,
  ) {
    const { length, columns } = table
    this.present = new Uint16Array(length)
    for (let row = 0; row < length; row++) this.present[row] = (columns.present[row] as number) & shown
    this.#nameIds = new Uint32Array(length)
  }

  /** Names a row, by the number of the name among those of the table. */
  pathnameId(row: number, id: number): void {
    this.#nameIds[row] = id
    this.show(row, HAS_PATHNAME)
  }

  /** The rows as a table; `others` are the columns that are not the table's own. */
  build(others: Partial<RegionTable['columns']> = {}): RegionTable {
    return new RegionTable({
      ...this.table.columns,
      present: this.present,
      nameIds: this.#nameIds,
      flagIds: undefined,
      files: undefined,
      extras: undefined,
      layoutIds: undefined,
      layouts: [],
      ...others,
    })
  }

  /** Shows a field of a row. */
  protected show(row: number, bit: number): void {
    this.present[row] = (this.present[row] as number) | bit
  }
}
