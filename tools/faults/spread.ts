import { changedRecord } from './mutation.js'
import { joined, recordsOf } from './records.js'
import type { Text } from './subject.js'

/** From here on nothing is moved: what the kernel itself maps there has its place. */
const TOP = 1n << 63n

/** An address space of the same mappings with a free page behind each: a list of files does not tell where they lie. */
export function spreadOut(kernel: Text): Text | undefined {
  const { table } = kernel.view
  const records: string[] = []
  for (let row = 0; row < table.length; row++) {
    const delta = BigInt(row) * kernel.pageSize
    const isMoved = row > 0 && (table.start(row) ?? TOP) < TOP
    const record = isMoved ? changedRecord(kernel, row, [{ of: 'address', delta }]) : kernel.records.records[row]
    if (record === undefined) return undefined
    records.push(record)
  }
  const latin1 = joined({ ...kernel.records, records })
  const view = kernel.subject.read(kernel.captured, Buffer.from(latin1, 'latin1'))
  return { ...kernel, latin1, view, records: recordsOf(latin1, view) }
}
