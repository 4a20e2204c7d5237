import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NumberCells } from '../../../../adapters/pmap/format/number-cells.js'
import { CounterColumn } from '../../../../src/model/counters.js'
import { ByteWriter } from '../../../../src/scan/writer.js'

test('rows of numbers, each right-aligned behind a blank, and longer ones wider', () => {
  const numbers = fc.oneof(fc.constantFrom(0, 4, 9, 10, 99, 100, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1), fc.nat())
  const rows = fc
    .tuple(fc.array(fc.integer({ min: 0, max: 17 }), { minLength: 1, maxLength: 4 }))
    .chain(([widths]) =>
      fc.tuple(fc.constant(widths), fc.array(fc.tuple(...widths.map(() => numbers)), { minLength: 1, maxLength: 8 })),
    )
  fc.assert(
    fc.property(rows, ([widths, values]) => {
      const columns = widths.map((_, at) => {
        const column = new CounterColumn(`C${at}`, 1024, values.length)
        for (const [row, cells] of values.entries()) column.set(row, cells[at] as number)
        return column
      })
      const writer = new ByteWriter()
      const cells = new NumberCells(columns, widths)
      for (const row of values.keys()) cells.write(writer, row)
      const expected = values.flatMap((row) =>
        row.map((value, at) => ` ${String(value).padStart(widths[at] as number)}`),
      )
      expect(Buffer.concat([...writer.finish()]).toString()).toBe(expected.join(''))
    }),
  )
})
