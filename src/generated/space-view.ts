import type { AddressSpace } from '../../arbitraries/address-spaces.js'
import type { Mapping } from '../../arbitraries/mapping.js'
import type { View } from '../adapter.js'
import { TableBuilder } from '../model/builder.js'
import { END, INODE, OFFSET, START } from '../model/fields.js'
import { permsFromText } from '../model/perms.js'
import type { RegionTable } from '../model/table.js'

const encoder = new TextEncoder()

/** An address space as a view of the file that a tool reads, made without reading any text; `empty` is that of an empty one. */
export function spaceView(space: AddressSpace, empty: View): View {
  return { ...empty, dialect: `${space.bits}bit`, table: tableOf(space, empty.adapter === 'smaps') }
}

function tableOf({ mappings }: AddressSpace, isSmaps: boolean): RegionTable {
  const builder = new TableBuilder()
  for (const mapping of mappings) {
    builder.openRow(0)
    builder.bigint(START, mapping.start)
    builder.bigint(END, mapping.end)
    builder.perms(permsFromText(mapping.perms))
    builder.bigint(OFFSET, mapping.offset)
    builder.device(mapping.major, mapping.minor)
    builder.bigint(INODE, mapping.inode)
    builder.pathname(mapping.pathname, 0, mapping.pathname.length)
    if (isSmaps) putRecord(builder, mapping)
  }
  return builder.build()
}

function putRecord(builder: TableBuilder, { counters, vmFlags }: Mapping): void {
  for (const [name, value] of counters) builder.counter(builder.counterColumn(name), value)
  if (vmFlags === undefined) return
  const codes = encoder.encode(vmFlags.join(' '))
  builder.vmFlags(codes, 0, codes.length)
}
