import type { Adapter, View } from '../../adapter.js'
import { isForeign } from '../grain.js'

/** Bits of an address of the kernel that printed the views, and what shows it. */
export interface Width {
  readonly bits: 32 | 64
  readonly what: string
  /** Index of the view that shows it. */
  readonly view: number
  /** The line that shows it, 1-based. */
  readonly line: number
}

/** The last address of 32 bits, and one more. */
const NARROW_END = 1n << 32n

/** Tells by the kernel's own texts how wide its addresses are: by the column of names, or by an address. */
export function widthOf(adapters: readonly Adapter[], views: readonly View[]): Width | undefined {
  for (const [index, view] of views.entries()) {
    const kernel = adapters.find(({ name }) => name === view.adapter)?.kernel === true
    if (!kernel || isForeign(adapters, view)) continue
    const { table } = view
    const isNarrow = view.dialect.endsWith('32bit')
    for (let row = 0; row < table.length; row++) {
      const end = table.end(row)
      const isNamed = (table.pathname(row) ?? '') !== ''
      const isWide = !isNarrow && end !== undefined && end > NARROW_END
      if (!isNamed && !isWide) continue
      const what = isWide ? 'an address of more than 32 bits' : `names begin in column ${isNarrow ? 49 : 73}`
      return { bits: isNarrow ? 32 : 64, what, view: index, line: table.line(row) }
    }
  }
  return undefined
}
