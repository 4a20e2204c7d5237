import type { Sink } from '../../src/adapter.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import type { FileFacts } from '../../src/model/region.js'
import { deviceOf } from './cells.js'

/** The values of a row, by column; counters are kept apart. */
export interface Row {
  readonly values: Readonly<Record<string, unknown>>
  /** In bytes. */
  readonly counters: ReadonlyMap<string, bigint>
}

/** Fills the open region. */
export function putRegion(sink: Sink, { values, counters }: Row): void {
  if (values.start !== undefined) sink.bigint(START, values.start as bigint)
  if (values.end !== undefined) sink.bigint(END, values.end as bigint)
  if (values.perms !== undefined) sink.perms(values.perms as number)
  if (values.offset !== undefined) sink.bigint(OFFSET, values.offset as bigint)
  const device = deviceOf(values.device_major, values.device_minor)
  if (device !== undefined) sink.device(device.major, device.minor)
  if (values.inode !== undefined) sink.bigint(INODE, values.inode as bigint)
  const name = (values.pathname_base64 ?? values.pathname) as Uint8Array | undefined
  if (name !== undefined) sink.pathname(name, 0, name.length)
  for (const [counter, inBytes] of counters) {
    const column = sink.counterColumn(counter)
    sink.counter(column, Number(inBytes / BigInt(column.unit)))
  }
  const flags = (values.vm_flags_base64 ?? values.vm_flags) as Uint8Array | undefined
  if (flags !== undefined) sink.vmFlags(flags, 0, flags.length)
  const file = fileOf(values)
  if (file !== undefined) sink.file(file)
  const pairs = (values.extra_base64 ?? values.extra ?? []) as [Uint8Array, Uint8Array][]
  for (const [name, value] of pairs) sink.extra(name, value)
}

function fileOf(values: Row['values']): FileFacts | undefined {
  const rdev = deviceOf(values.file_rdev_major, values.file_rdev_minor)
  const facts = Object.entries({
    descriptor: values.file_descriptor,
    type: values.file_type,
    size: values.file_size,
    links: values.file_links,
    rdev,
    lock: values.file_lock,
    access: values.file_access,
    note: values.file_note,
  }).filter(([, value]) => value !== undefined)
  return facts.length === 0 ? undefined : (Object.fromEntries(facts) as FileFacts)
}
