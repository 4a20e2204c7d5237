import type { Row } from './section.js'

/** How many times as long a row took as another. */
export function ratioTo(row: Row, base: Row): { readonly median: number; readonly from: number; readonly to: number }
