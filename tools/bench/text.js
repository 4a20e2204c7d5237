import { addressSpace } from './address-space.js'
import { randomNumbers } from './random.js'

const SEED = 20
const LINES_A_PIECE = 10_000

/** The kB counters of Linux 6.18 in print order; `Size` and `Rss` among them are filled in, most others are 0. */
const COUNTERS =
  'Size KernelPageSize MMUPageSize Rss Pss Pss_Dirty Shared_Clean Shared_Dirty Private_Clean Private_Dirty Referenced Anonymous KSM LazyFree AnonHugePages ShmemPmdMapped FilePmdMapped Shared_Hugetlb Private_Hugetlb Swap SwapPss Locked'.split(
    ' ',
  )

/**
 * The text of maps with that many lines.
 *
 * @param {number} regions
 * @returns {Uint8Array}
 */
export function mapsText(regions) {
  return joined(mapsLines(regions))
}

/**
 * The text of smaps, as Linux 6.18 prints it, with that many regions.
 *
 * @param {number} regions
 * @returns {Uint8Array}
 */
export function smapsText(regions) {
  return joined(smapsRecords(regions))
}

function* mapsLines(regions) {
  for (const { header } of addressSpace(regions, SEED)) yield `${header}\n`
}

function* smapsRecords(regions) {
  const random = randomNumbers(SEED)
  for (const region of addressSpace(regions, SEED)) yield `${region.header}\n${counterLines(region, random)}`
}

function counterLines({ perms, sizeKb, pathname }, random) {
  const pages = sizeKb / 4
  const rss = perms === '---p' ? 0 : random(pages + 1) * 4
  const written = perms === 'rw-p' ? rss : 0
  const clean = rss - written
  const values = {
    Size: sizeKb,
    KernelPageSize: 4,
    MMUPageSize: 4,
    Rss: rss,
    Pss: written + Math.floor(clean / (1 + random(9))),
    Pss_Dirty: written,
    Shared_Clean: clean,
    Private_Dirty: written,
    Referenced: rss,
    Anonymous: pathname === '' ? rss : written,
  }
  let text = ''
  for (const name of COUNTERS) text += `${`${name}:`.padEnd(16)}${String(values[name] ?? 0).padStart(8)} kB\n`
  const rights = `${perms[0] === 'r' ? 'rd ' : ''}${perms[1] === 'w' ? 'wr ' : ''}${perms[2] === 'x' ? 'ex ' : ''}`
  return `${text}THPeligible:           0\nVmFlags: ${rights}mr mw me ${perms[1] === 'w' ? 'ac ' : ''}sd \n`
}

/** Bytes are made of many lines at a time: a million small buffers would be slow to join. */
function joined(lines) {
  const pieces = []
  let piece = ''
  let count = 0
  for (const line of lines) {
    piece += line
    if (++count % LINES_A_PIECE > 0) continue
    pieces.push(Buffer.from(piece, 'latin1'))
    piece = ''
  }
  pieces.push(Buffer.from(piece, 'latin1'))
  return Buffer.concat(pieces)
}
