import type { View } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'
import { HAS_START } from '../../../src/model/fields.js'
import { type Mapping, maybeSysv, NAME_COLUMN } from './name.js'

/** What is known of the process of a view's mappings. */
export interface MappingFacts {
  readonly startStack: bigint | undefined
  readonly sysvDevice: Device | undefined
}

/** A row as a mapping, whose fields are read when they are asked for: most names need few. */
export class RowMapping implements Mapping {
  constructor(
    readonly view: View,
    readonly row: number,
    readonly facts: MappingFacts,
    readonly name: Uint8Array,
  ) {}

  /** The mapping of a row; undefined for one without a name or a start. */
  static of(view: View, row: number, facts: MappingFacts): RowMapping | undefined {
    const name = view.table.pathnameBytes(row)
    return name === undefined || !view.table.has(row, HAS_START) ? undefined : new RowMapping(view, row, facts, name)
  }

  /** The same mapping under another name. */
  named(name: Uint8Array): Mapping {
    return new RowMapping(this.view, this.row, this.facts, name)
  }

  get start(): bigint {
    return this.view.table.start(this.row) as bigint
  }

  get end(): bigint {
    return this.view.table.end(this.row) ?? this.start
  }

  get onSysvDevice(): boolean {
    return maybeSysv(this.view.table.device(this.row), this.facts.sysvDevice)
  }

  get inode(): bigint | undefined {
    return this.view.table.inode(this.row)
  }

  get column(): number {
    return this.view.dialect === '32bit' ? 49 : NAME_COLUMN
  }

  get startStack(): bigint | undefined {
    return this.facts.startStack
  }
}
