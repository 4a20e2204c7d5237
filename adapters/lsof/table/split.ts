import { readDecimal, readDevice } from '../reading/numbers.js'
import type { Cells } from './cells.js'
import type { Header } from './header.js'

const BLANK = 0x20
const TAB = 0x09

const DESCRIPTOR = /^(cwd|rtd|txt|mem|DEL|NOFD|ltx|mmap|err|pd|\*?\d+)(?:([-rwu])([NrRwWuUxX])?)?$/
const SIZE = /^(?:\d+|0t\d+|0x[0-9a-f]+|\d+\.\d+[KMGTPE]|\d+B)$/

/** A run of bytes without a blank. */
interface Word {
  readonly from: number
  readonly to: number // exclusive
  readonly text: string
}

/**
 * Splits at blanks a row that somebody spaced anew, guided by what each column can hold; false when it does not fit. Cells
 * that lsof leaves blank are told by their neighbours: numbers fill SIZE/OFF, NLINK and NODE from the right.
 */
export function splitAtBlanks(header: Header, bytes: Uint8Array, from: number, to: number, cells: Cells): boolean {
  const words = firstWords(bytes, from, to, header.columns.length)
  for (let place = 0; place < header.columns.length; place++) cells.set(place, to, to)
  const next = splitLeft(header, bytes, words, cells)
  return next >= 0 && splitRight(header, bytes, words, next, to, cells)
}

/** Gives each column up to FD its word, and the number of the word after them; −1 when they do not fit. */
function splitLeft(header: Header, bytes: Uint8Array, words: readonly Word[], cells: Cells): number {
  const fd = header.place('FD')
  const thread = header.place('TID')
  const all = header.columns.map((_, place) => place).slice(0, fd)
  // The main thread has neither TID nor TASKCMD.
  const main = all.filter((place) => place !== thread && place !== header.place('TASKCMD'))
  for (const places of thread < 0 ? [all] : [all, main]) {
    const match = DESCRIPTOR.exec(words[places.length]?.text ?? '')
    if (match === null || !places.every((place, i) => !isCount(header, place) || isNumber(bytes, words[i]!))) continue
    places.forEach((place, i) => {
      cells.set(place, words[i]!.from, words[i]!.to)
    })
    const word = words[places.length]!
    cells.set(fd, word.from, word.from + match[1]!.length)
    cells.access = match[2] === '-' ? undefined : match[2]
    cells.lock = match[3]
    return places.length + 1
  }
  return -1
}

/** Gives the columns after FD their words, and NAME the rest of the line. */
function splitRight(
  header: Header,
  bytes: Uint8Array,
  words: readonly Word[],
  first: number,
  to: number,
  cells: Cells,
): boolean {
  let next = first
  const take = (place: number): void => {
    const word = words[next++]!
    cells.set(place, word.from, word.to)
  }
  if (next < words.length) take(header.place('TYPE'))
  const type = words[first]?.text
  const device = header.place('DEVICE')
  const socket = type === 'pack'
  if (device >= 0 && next < words.length) {
    const { from, to: end } = words[next]!
    if (socket || readDevice(bytes, from, end) !== undefined) take(device)
    else if (type !== 'unknown') return false
  }
  const numbers = ['SIZE', 'OFFSET', 'SIZE/OFF', 'NLINK', 'NODE'].map((title) => header.place(title))
  const places = numbers.filter((place) => place >= 0)
  if (socket && next < words.length) take(header.place('NODE'))
  else {
    let count = 0
    while (count < places.length && SIZE.test(words[next + count]?.text ?? '')) count++
    for (const place of places.slice(places.length - count)) take(place)
  }
  const name = words[next]
  if (name !== undefined) cells.set(header.columns.length - 1, name.from, to)
  return name !== undefined
}

function isCount(header: Header, place: number): boolean {
  return ['PID', 'TID', 'PPID', 'PGID'].includes(header.columns[place]!.title)
}

function isNumber(bytes: Uint8Array, { from, to }: Word): boolean {
  return readDecimal(bytes, from, to) !== undefined
}

/** The first `count` words of a line: what follows belongs to its name. */
function firstWords(bytes: Uint8Array, from: number, to: number, count: number): readonly Word[] {
  const words: Word[] = []
  let at = from
  while (words.length < count) {
    while (at < to && (bytes[at] === BLANK || bytes[at] === TAB)) at++
    if (at === to) break
    const start = at
    while (at < to && bytes[at] !== BLANK && bytes[at] !== TAB) at++
    words.push({ from: start, to: at, text: String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 100))) })
  }
  return words
}
