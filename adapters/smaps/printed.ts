import type { PrintedField, View } from '../../src/adapter.js'
import { type CounterLine, Layout } from './layout.js'

const ascii = new TextDecoder('latin1')

/** The counters of each layout of the view, in their order and spacing, with the first row laid out so. */
export function* printedFields({ table }: View): Iterable<{ row: number; fields: readonly PrintedField[] }> {
  const { layoutIds } = table.columns
  if (layoutIds === undefined) return
  const seen = new Set<number>()
  for (let row = 0; row < table.length; row++) {
    const id = layoutIds[row] as number
    if (seen.has(id)) continue
    seen.add(id)
    const layout = table.layout(row)
    if (!(layout instanceof Layout)) continue
    const fields = layout.lines.flatMap((line, index) =>
      line.kind === 'counter' ? [printedField(line, index + 1)] : [],
    )
    yield { row, fields }
  }
}

function printedField({ name, text, width }: CounterLine, below: number): PrintedField {
  return { name, text: ascii.decode(text), width, below }
}
