import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { parse } from '../../src/ops/parse.js'
import { smallest } from './corpus.js'
import { accounted, lineCount } from './plain.js'

/** What each byte is changed to, in turn: an end, a gap, a digit, a letter, a separator, and bytes that no text has. */
const BYTES: readonly number[] = [0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2d, 0x30, 0x3a, 0x66, 0x7d, 0x80, 0xff]

/** Enough to hold a heading and a few regions of any format. */
const LENGTH = 3000

describe.each(adapters)('any single-byte damage: $name', (adapter) => {
  test('is read to the last line', () => {
    const { text: whole, dialect } = smallest(adapter)
    const text = Uint8Array.from(whole.subarray(0, LENGTH))
    for (let at = 0; at < text.length; at++) {
      const good = text[at] as number
      for (const byte of BYTES) {
        text[at] = byte
        if (accounted(parse(adapter, text, { dialect })) !== lineCount(text)) {
          expect.unreachable(`byte ${at} (${good}) changed to ${byte}: a line vanished`)
        }
      }
      text[at] = good
    }
  })
})
