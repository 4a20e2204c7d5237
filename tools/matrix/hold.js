// Runs a tool, and holds what memmaps prints as that version of it against it.
import { execa } from 'execa'
import { adapters } from '../../dist/adapters/index.js'
import { compare } from '../../dist/src/library/compare.js'
import { imitateLive } from '../../dist/src/library/imitate.js'
import { parse } from '../../dist/src/library/parse.js'
import { firstDifference } from '../bytes/difference.js'

/**
 * Runs a call of a tool, and says how ours differs.
 *
 * @param {import('./tools.js').Tool} tool
 * @param {{ words: string[], locale: 'C' | 'C.UTF-8', whole: boolean }} call
 * @param {Buffer | undefined} kernel smaps, to compare what the tool printed with
 * @returns {Promise<{ bytes?: string, verdict?: string }>} nothing where they are equal, and true together with smaps
 */
export async function hold({ name, version, command, locales }, { words, locale, whole }, kernel) {
  const [program, ...first] = command
  const real = await execa(program, [...first, ...words], {
    env: { LC_ALL: locale, ...(locales === undefined ? {} : { LOCPATH: locales }) },
    cwd: '/',
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    stdin: 'ignore',
    timeout: 60_000,
  })
  const bytes = difference(real, () =>
    imitateLive(adapters, name, { words, version, locale: locale === 'C' ? 'C' : 'UTF-8' }),
  )
  const verdict = kernel !== undefined && whole ? verdictOf(kernel, real.stdout) : undefined
  return { ...(bytes === undefined ? {} : { bytes }), ...(verdict === undefined ? {} : { verdict }) }
}

function difference(real, imitate) {
  try {
    const ours = imitate()
    const stdout = Buffer.concat([...ours.stdout])
    if (!stdout.equals(real.stdout)) return firstDifference(real.stdout, stdout)
    if (ours.exit !== real.exitCode) return `the status is ${real.exitCode}, not ${ours.exit}`
    if (!Buffer.from(ours.stderr).equals(real.stderr)) return `on stderr, ${firstDifference(real.stderr, ours.stderr)}`
    return undefined
  } catch (error) {
    return `ours failed: ${error.message.split('\n')[0]}`
  }
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
