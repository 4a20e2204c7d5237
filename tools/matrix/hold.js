// Runs a tool, and holds what memmaps prints as that version of it against it.
import { execa } from 'execa'
import { adapters } from '../../dist/adapters/index.js'
import { compare } from '../../dist/src/library/compare.js'
import { imitateLive } from '../../dist/src/library/imitate.js'
import { parse } from '../../dist/src/library/parse.js'
import { firstDifference } from '../bytes/difference.js'
import { EXCEPTIONS } from './exceptions.js'
import { linesOf, mappingsOf } from './mappings.js'

/**
 * Runs a call of a tool, and says how ours differs.
 *
 * @param {import('./tools.js').Tool} tool
 * @param {{ words: string[], locale: 'C' | 'C.UTF-8', whole: boolean }} call
 * @param {import('./inputs.js').Input} input
 * @returns {Promise<{ bytes?: string, exception?: string, verdict?: string }>} how the bytes differ, or by what they are excused;
 *   and, of the specimen, what cannot be true together with smaps
 */
export async function hold(
  { program, name, version, command, locales },
  { words, locale, whole },
  { name: of, texts },
) {
  const [first, ...before] = command
  const real = await execa(first, [...before, ...words], {
    env: { LC_ALL: locale, ...(locales === undefined ? {} : { LOCPATH: locales }) },
    cwd: '/',
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    stdin: 'ignore',
    timeout: 60_000,
  })
  const theirs = printed(real.stdout, real.exitCode, real.stderr)
  const ours = await attempt(() =>
    imitateLive(adapters, name, { words, version, locale: locale === 'C' ? 'C' : 'UTF-8' }),
  )
  const came = difference(theirs, ours) === undefined ? {} : excused(theirs, ours, { program, words, texts })
  const verdict = of === 'specimen' && whole ? verdictOf(texts[0].smaps, real.stdout) : undefined
  return { ...came, ...(verdict === undefined ? {} : { verdict }) }
}

/** What ours printed, or why it did not. */
async function attempt(imitate) {
  try {
    const { stdout, exit, stderr } = await imitate()
    return printed(Buffer.concat([...stdout]), exit, stderr)
  } catch (error) {
    return { lines: [], exit: undefined, stderr: '', failure: error.message.split('\n')[0] }
  }
}

function printed(stdout, exit, stderr) {
  return { lines: linesOf(stdout), exit, stderr: Buffer.from(stderr).toString('latin1') }
}

function difference(real, ours) {
  if (ours.failure !== undefined) return `ours failed: ${ours.failure}`
  const [theirs, own] = [real, ours].map(({ lines }) => lines.join('\n'))
  if (theirs !== own) return firstDifference(Buffer.from(theirs, 'latin1'), Buffer.from(own, 'latin1'))
  if (real.exit !== ours.exit) return `the status is ${real.exit}, not ${ours.exit}`
  if (real.stderr === ours.stderr) return undefined
  return `on stderr, ${firstDifference(Buffer.from(real.stderr, 'latin1'), Buffer.from(ours.stderr, 'latin1'))}`
}

/** The exception that a difference falls under, or the difference; where an exception is of a part of it, what is left. */
function excused(real, ours, { program, words, texts }) {
  let bytes = difference(real, ours)
  if (texts.length > 1) return { bytes }
  const readsMaps = program === 'procps' && !words.some((word) => /^-\w*[xX]/.test(word))
  const mappings = mappingsOf(readsMaps ? texts[0].maps : texts[0].smaps)
  for (const { name, excuse } of EXCEPTIONS) {
    const left = excuse({ program, words, mappings }, real, ours)
    const rest = difference(...left)
    if (rest === undefined) return { exception: name }
    if (left[0].lines.length < real.lines.length) bytes = `besides ${name}, ${rest}`
  }
  return { bytes }
}

/** What cannot be true together with the kernel's own list, if anything. */
function verdictOf(kernel, text) {
  try {
    const [one] = parse(kernel, { from: 'smaps', asPrinted: true })
    const [view] = parse(text)
    const { verdict } = compare([one, view])
    return verdict === 'agree' || verdict === 'explained' ? undefined : verdict
  } catch (error) {
    return `failed: ${error.message.split('\n')[0]}`
  }
}
