/** What a spreadsheet takes for the beginning of a formula, behind any apostrophes; `＝＋－＠` are those of other keyboards. */
const FORMULA = /^'*(?:[=+\-@\t\r\n]|\xef\xbc[\x9d\x8b\x8d\xa0])/

const APOSTROPHE = 0x27

/** A cell that no spreadsheet takes for a formula: an apostrophe more, where it could. Bytes are given as latin-1. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell that was guarded so. */
export function unguarded(cell: Uint8Array): Uint8Array {
  return cell[0] === APOSTROPHE && beginsFormula(cell) ? cell.subarray(1) : cell
}

function beginsFormula(cell: Uint8Array): boolean {
  let at = 0
  while (cell[at] === APOSTROPHE) at += 1
  return FORMULA.test(String.fromCharCode(...cell.subarray(at, at + 3)))
}
