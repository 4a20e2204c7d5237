// What the tools are run on: processes, each with the copies of maps and smaps that stand in for the kernel's files.
import { readFileSync } from 'node:fs'
import { goldenCases } from '../../dist/src/golden/index.js'
import { parse } from '../../dist/src/library/parse.js'

/** Names of texts that no Linux prints: of other systems, of people who changed them, and sums. */
const FOREIGN = [
  /^(?:asterinas|cygwin|guide|gvisor|illumos|linprocfs|moss|netbsd|pasted|qemu|rollup|starnix|wsl1)/,
  /^(?:counters-picked|blank-line-between|header-alone|man-page|no-final-newline|one-address-unpadded|over-padded)/,
  /^(?:perms-longer|tabs-between|trailing-blank-stripped|zeros-in-front)/,
]

/** A line that begins a mapping. */
const HEADER = /^[0-9a-f]+-[0-9a-f]+ [-r]/

/**
 * Processes as they are, each with copies of its texts.
 *
 * @param {string} name
 * @param {readonly number[]} pids
 * @returns {Input}
 */
export function live(name, pids) {
  const texts = pids.map((pid) => ({
    maps: readFileSync(`/proc/${pid}/maps`),
    smaps: readFileSync(`/proc/${pid}/smaps`),
  }))
  return { name, pids, texts, synthetic: false }
}

/**
 * One process with each of the texts of golden/maps and golden/smaps that Linux could have printed; the other file says the same.
 *
 * @param {number} pid
 * @returns {Input[]}
 */
export function synthetic(pid) {
  return ['maps', 'smaps'].flatMap((kind) => {
    const cases = goldenCases({ adapter: kind, kind: 'valid' })
    const possible = cases.filter(({ name }) => !FOREIGN.some((pattern) => pattern.test(name)))
    return possible.flatMap(({ name, text: bytes }) => {
      const text = Buffer.from(bytes)
      if (isOf32Bits(text, kind)) return []
      const [maps, smaps] = kind === 'maps' ? [text, withCounters(text)] : [headersOf(text), text]
      return { name: `${kind}/${name}`, pids: [pid], texts: [{ maps, smaps }], synthetic: true }
    })
  })
}

/** True for a kernel of 32 bits: the tools that ran on it were of 32 bits, too. */
function isOf32Bits(text, kind) {
  return parse(text, { from: kind }).some(({ dialect }) => dialect === '32bit')
}

/** A record of smaps for each line of maps, its numbers made from the line's place. */
function withCounters(text) {
  const row = (name, kilobytes) => `${`${name}:`.padEnd(16)}${String(kilobytes).padStart(8)} kB\n`
  // A newline in a name may stand there as it is.
  const headers = text.toString('latin1').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  const records = headers.map((line, at) => {
    const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+) /.exec(line) ?? []
    if (start === undefined) return line
    const size = (BigInt(`0x${end}`) - BigInt(`0x${start}`)) / 1024n
    const counters = [
      ['Size', size],
      ['KernelPageSize', 4],
      ['MMUPageSize', 4],
      ['Rss', 4 * at],
      ['Pss', 3 * at],
      ['Pss_Dirty', at],
      ['Shared_Clean', at],
      ['Shared_Dirty', 0],
      ['Private_Clean', 2 * at],
      ['Private_Dirty', at],
      ['Referenced', 4 * at],
      ['Anonymous', at],
      ['KSM', 0],
      ['LazyFree', 0],
      ['AnonHugePages', 0],
      ['ShmemPmdMapped', 0],
      ['FilePmdMapped', 0],
      ['Shared_Hugetlb', 0],
      ['Private_Hugetlb', 0],
      ['Swap', at % 7],
      ['SwapPss', at % 5],
      ['Locked', 0],
    ]
    const flags = 'THPeligible:           0\nVmFlags: rd wr mr mw me ac sd \n'
    return `${line.replace(/\n?$/, '\n')}${counters.map(([name, value]) => row(name, value)).join('')}${flags}`
  })
  return Buffer.from(records.join(''), 'latin1')
}

function headersOf(text) {
  const lines = text.toString('latin1').split('\n')
  const headers = lines.filter((line) => HEADER.test(line))
  return Buffer.from(headers.map((line) => `${line}\n`).join(''), 'latin1')
}

/**
 * @typedef {object} Input
 * @property {string} name
 * @property {readonly number[]} pids
 * @property {readonly { maps: Buffer, smaps: Buffer }[]} texts one a process
 * @property {boolean} synthetic
 */
