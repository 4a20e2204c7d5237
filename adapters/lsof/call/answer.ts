import type { Answer, Run } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { isCharUnsigned } from '../names/char.js'
import { escapeC, escapeUtf8 } from '../names/escape.js'
import { complaintsOf } from './complaints.js'
import { INVALID } from './descriptors.js'
import { usage } from './refuse.js'
import { fieldsText, hasKnownHelp, helpText, usageText } from './usage-text.js'
import type { Words } from './words.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What lsof answers before it looks at any process: its help, or what is wrong with its options; undefined where it goes on. */
export function answerOf({ options, names }: Words, run: Run): Answer | undefined {
  const { version } = run
  const complaints = complaintsOf(options, version)
  const last = complaints.findIndex((line) => endsAtOnce(line, version))
  const lines = last < 0 ? complaints : complaints.slice(0, last + 1)
  const help = options.some(({ letter }) => letter === 'h' || letter === '?')
  const fields = options.some(({ letter, value }) => letter === 'F' && value === '?')
  const spoken = lines.filter((line) => line !== '').map((line) => `lsof: ${shown(line, run)}\n`)
  if (lines.length === 0 && !help && !fields) {
    const selects = names.length > 0 || options.some(({ sign, letter }) => selecting(sign, letter))
    if (selects || !options.some(({ letter }) => letter === 'a')) return undefined
    spoken.push('lsof: no select options to AND via -a\n')
  }
  if (last >= 0) return { stdout: [], stderr: encoder.encode(spoken.join('')), exit: 1 }
  const wrong = spoken.length > 0 || lines.length > 0
  if (!hasKnownHelp(version)) {
    throw usage(
      wrong ? (spoken[0] ?? 'lsof: wrong options').trimEnd() : `the help of lsof ${version} is not known here`,
    )
  }
  const text = [
    ...spoken,
    help ? helpText(version) : wrong ? usageText(version) : '',
    fields ? fieldsText(version) : '',
  ].join('')
  return { stdout: [], stderr: encoder.encode(text), exit: wrong ? 1 : 0 }
}

/** True for a mistake that lsof since 4.99.0 ends at, without its usage. */
function endsAtOnce(line: string, version: string): boolean {
  return line === INVALID || (!isBefore(version, '4.99.0') && /^UID \d/.test(line))
}

/** True for an option that selects something, or leaves it out. */
function selecting(sign: string, letter: string): boolean {
  return 'cdDgiKNpuUs'.includes(letter) && !(sign === '+' && letter === 'c')
}

/** Lines as lsof prints what stood in its words: control characters escaped, and under `C` all that is not ASCII. */
export function escaped(lines: readonly string[], run: Run): Uint8Array {
  return encoder.encode(lines.map((line) => `${shown(line, run)}\n`).join(''))
}

function shown(line: string, { locale, arch }: Run): string {
  const bytes = encoder.encode(line)
  return decoder.decode((locale === 'C' ? escapeC : escapeUtf8)(bytes, isCharUnsigned(arch)))
}
