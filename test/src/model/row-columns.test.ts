import { expect, test } from 'vitest'
import { Devices } from '../../../src/model/devices.js'
import { MappingRows } from '../../../src/model/mapping-rows.js'
import { Names } from '../../../src/model/names.js'
import { RowColumns } from '../../../src/model/row-columns.js'

const LINE = 100
const LINES_OF_A_CHUNK = 600
const ROWS = 300_000

/** Adds rows as a text gives them whose chunks have so many lines; gives how many rows were copied to make room. */
function copied(linesOfAChunk: number): number {
  const [columns, names, devices, rows] = [new RowColumns(), new Names(), new Devices(), new MappingRows()]
  let copies = 0
  for (let row = 0; row < ROWS; row += rows.count) {
    const ofChunk = row % linesOfAChunk
    rows.count = Math.min(200, linesOfAChunk - ofChunk, ROWS - row)
    rows.at = (ofChunk + rows.count) * LINE
    rows.left = Math.min(linesOfAChunk, ROWS) * LINE - rows.at
    const { capacity } = columns
    columns.admit(row, rows)
    if (columns.capacity > capacity) copies += row
    columns.add(row, rows, new Uint8Array(0), row + 1, names, devices)
  }
  expect(columns.capacity).toBeGreaterThanOrEqual(ROWS)
  return copies
}

test('a text in chunks, which lets nobody see how long it is, has each row copied a few times at most', () => {
  expect(copied(LINES_OF_A_CHUNK)).toBeLessThan(4 * ROWS)
})

test('room for a text that is there as a whole is made in one step, once its lines are known', () => {
  expect(copied(ROWS)).toBeLessThan(ROWS / 4)
})
