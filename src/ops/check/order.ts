import type { View } from '../../adapter.js'
import { isProvedSince, isProvedUntil } from '../../kernel/dating.js'
import type { RegionTable } from '../../model/table.js'
import type { Judge } from './judge.js'
import { addressText } from './text.js'

/** Asks that ranges are not empty, that they ascend, and that none lies over another. */
export function judgeOrder(judge: Judge, { table }: View, view: number): void {
  let above = -1
  for (let row = 0; row < table.length; row++) {
    const start = table.start(row)
    // smaps_rollup stands before smaps where somebody joined the two: a sum of what follows lies over all of it.
    if (start === undefined || table.pathname(row) === '[rollup]') continue
    const end = table.end(row)
    judge.ask('empty-range')
    if (end !== undefined && end <= start && !endsAtTop(end)) {
      judge.broken(
        'empty-range',
        judge.side(view, row, 'start', addressText(start)),
        judge.side(view, row, 'end', addressText(end)),
      )
    }
    if (above >= 0) judgePair(judge, table, view, above, row)
    above = row
  }
}

/** A range up to the last byte of 64 bits ends at 2^64, which prints as 0. */
function endsAtTop(end: bigint): boolean {
  return end === 0n
}

function judgePair(judge: Judge, table: RegionTable, view: number, above: number, row: number): void {
  const start = table.start(row) as bigint
  const startAbove = table.start(above) as bigint
  const endAbove = table.end(above)
  judge.ask('overlap')
  judge.ask('backwards')
  if (start > startAbove ? endAbove === undefined || start >= endAbove || endsAtTop(endAbove) : false) return
  const actual = judge.side(view, row, 'start', addressText(start))
  if (isOfLossyKernel(judge)) {
    judge.except('records-lost', actual)
  } else if (start === startAbove && table.pathname(row) === '[vsyscall]' && table.pathname(above) === '[vsyscall]') {
    judge.except('gate-twice', actual)
  } else if (start < startAbove) {
    judge.broken('backwards', judge.side(view, above, 'start', addressText(startAbove)), actual)
  } else {
    judge.broken('overlap', judge.side(view, above, 'end', addressText(endAbove ?? startAbove)), actual)
  }
}

/** True for smaps of 2.6.25 to 2.6.27, which loses its place between two reads. */
function isOfLossyKernel({ dating }: Judge): boolean {
  return isProvedSince(dating, '2.6.25') && isProvedUntil(dating, '2.6.28')
}
