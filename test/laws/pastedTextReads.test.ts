import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { candidates, wrappingFor } from '../../src/ops/candidates.js'
import { parse } from '../../src/ops/parse.js'
import { HEAD_BYTES, isBare, unwrapped } from '../../src/scan/wrapping.js'
import { goldens, type Text } from './corpus.js'
import { regions } from './plain.js'

/** Puts something before each line, but not where there is none after the last newline. JavaScript's `^` takes a CR for an end. */
const before = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line, index, { length }) => (line === '' && index === length - 1 ? '' : prefix + line))
    .join('\n')

/** What a text has around it after it went through a mail, a web page or an editor. */
const PASTES: Readonly<Record<string, (text: string) => string>> = {
  'with a byte order mark': (text) => `\xef\xbb\xbf${text}`,
  'with CR LF': (text) => text.replaceAll('\n', '\r\n'),
  'quoted in a mail': (text) => before(text, '> '),
  'quoted twice, with CR LF': (text) => before(text, '> > ').replaceAll('\n', '\r\n'),
  'indented as code': (text) => before(text, '    '),
  'indented by TABs': (text) => before(text, '\t'),
}

describe.each(adapters)('pasted text reads: $name', (adapter) => {
  // A text that is already wrapped, or without a whole line in its first KiB, shows nothing.
  const texts = goldens(adapter, 'valid').filter(({ text }) => {
    const head = text.subarray(0, HEAD_BYTES)
    // What is put around the first line must leave its end there.
    const newline = head.indexOf(0x0a)
    return newline >= 0 && newline < HEAD_BYTES - 10 && isBare(wrappingFor([adapter], head))
  })

  test('in every way', () => {
    expect(texts.length).toBeGreaterThan(0)
    for (const { name, text, dialect } of texts) {
      const plain = Buffer.from(text).toString('latin1')
      const read = (bytes: Uint8Array) => parse(adapter, bytes, { dialect }).map((view) => [regions(view), view.lines])
      const expected = read(text)
      // Where its own adapter is not sure of the text, nothing tells indentation from alignment.
      const [known] = candidates([adapter], text.subarray(0, HEAD_BYTES))
      for (const [how, paste] of Object.entries(PASTES)) {
        if (how.startsWith('indented') && known?.match.confidence !== 'sure') continue
        const found = read(Buffer.from(paste(plain), 'latin1'))
        if (!isDeepStrictEqual(found, expected)) expect([name, how, found]).toEqual([name, how, expected])
      }
    }
  })

  test('and is detected as what it was', () => {
    const sureOf = (head: Uint8Array) => {
      return candidates([adapter], unwrapped(head, wrappingFor([adapter], head)))[0]?.match.confidence
    }
    for (const { name, text } of texts satisfies readonly Text[]) {
      const head = Buffer.from(text.subarray(0, HEAD_BYTES))
      const pasted = Buffer.from(PASTES['with CR LF']!(head.toString('latin1')), 'latin1').subarray(0, HEAD_BYTES)
      expect([name, sureOf(pasted)]).toEqual([name, sureOf(head)])
    }
  })
})
