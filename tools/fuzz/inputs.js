import { randomNumbers } from '../bench/random.js'

/** The longest piece of a golden that one input is made of, in bytes: short texts find as much, and faster. */
const LONGEST = 3000

/** The longest input of nothing but random bytes. */
const LONGEST_NOISE = 600

/** Bytes that formats give a meaning to. */
const TELLING = [
  0x00, 0x09, 0x0a, 0x0d, 0x1b, 0x20, 0x22, 0x27, 0x2c, 0x2d, 0x30, 0x3a, 0x3e, 0x5b, 0x5c, 0x7b, 0x80, 0xff,
]

/** Words that readers look for, each where it does not belong. */
const WORDS = [
  '18446744073709551615',
  '18446744073709551616',
  '00000000ffffffff',
  'ffffffffffffffff-0',
  ' (deleted)',
  '[heap]',
  '[rollup]',
  'VmFlags: ',
  'Rss:  4 kB',
  ' total 4K',
  'p1\n',
  'COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\n',
  '"regions":[',
  '__proto__',
  '\ufeff',
  '\r\n',
].map((word) => new TextEncoder().encode(word))

/**
 * The texts that inputs are made of, a piece at a time: golden cases and the texts of golden captures.
 *
 * @param {Iterable<import('./inputs.js').CorpusText>[]} sources
 * @returns {readonly import('./inputs.js').CorpusText[]}
 */
export function corpusOf(...sources) {
  const texts = sources.flatMap((source) => [...source]).filter(({ text }) => text.length > 0)
  return texts.map(({ adapter, dialect, text }) => ({ adapter, dialect, text }))
}

/**
 * The input of a number: the same for the same seed and goldens, on every machine.
 *
 * @param {ReturnType<typeof corpusOf>} corpus
 * @param {number} seed
 * @param {number} number
 * @returns {{ bytes: Uint8Array, how: string, adapter?: string, dialect?: string }} the adapter is the one that reads it if nobody detects one
 */
export function inputOf(corpus, seed, number) {
  const random = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ number)
  const how = ['bytes', 'damaged', 'damaged', 'damaged', 'spliced', 'spliced', 'whole'][random(7)]
  if (how === 'bytes') return { how, bytes: noise(random) }
  const first = corpus[random(corpus.length)]
  if (how === 'whole') return { how, ...first, bytes: piece(first.text, random) }
  if (how === 'damaged') return { how, ...first, bytes: damaged(piece(first.text, random), random) }
  const second = corpus[random(corpus.length)]
  return { how, ...first, bytes: spliced(piece(first.text, random), piece(second.text, random), random) }
}

/** Random bytes: any at all, or only those that mean something. */
function noise(random) {
  const bytes = new Uint8Array(random(LONGEST_NOISE))
  const kind = random(3)
  for (let i = 0; i < bytes.length; i++) {
    if (kind === 0) bytes[i] = random(256)
    else bytes[i] = kind === 1 ? TELLING[random(TELLING.length)] : 0x20 + random(0x5f)
  }
  return bytes
}

/** A piece of a text: often its beginning, where headings are. */
function piece(text, random) {
  if (text.length <= LONGEST) return text
  const size = 1 + random(LONGEST)
  if (random(2) === 0) return text.subarray(0, size)
  const from = text.indexOf(0x0a, random(text.length - size)) + 1
  return text.subarray(from, from + size)
}

/** A text with one to five things done to it. */
function damaged(text, random) {
  let bytes = Uint8Array.from(text)
  for (let left = 1 + random(5); left > 0; left--) {
    const at = random(bytes.length + 1)
    const until = Math.min(bytes.length, at + random(40))
    switch (random(7)) {
      case 0:
        if (at < bytes.length) bytes[at] = random(256)
        break
      case 1:
        if (at < bytes.length) bytes[at] = TELLING[random(TELLING.length)]
        break
      case 2:
        bytes = joined(bytes.subarray(0, at), WORDS[random(WORDS.length)], bytes.subarray(at))
        break
      case 3:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(until))
        break
      case 4:
        bytes = joined(bytes.subarray(0, until), bytes.subarray(at))
        break
      case 5:
        bytes = bytes.slice(0, at)
        break
      default:
        bytes = joined(bytes.subarray(0, at), Uint8Array.of(TELLING[random(TELLING.length)]), bytes.subarray(at))
    }
  }
  return bytes
}

/** Lines of one text among those of another, or one cut short and the other behind it. */
function spliced(one, other, random) {
  if (random(2) === 0) return joined(one.subarray(0, random(one.length + 1)), other.subarray(random(other.length + 1)))
  const at = one.indexOf(0x0a, random(one.length)) + 1
  const from = other.indexOf(0x0a, random(other.length)) + 1
  return joined(one.subarray(0, at), other.subarray(from, from + random(300)), one.subarray(at))
}

function joined(...pieces) {
  const whole = new Uint8Array(pieces.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of pieces) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
