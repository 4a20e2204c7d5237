import { expect, test } from 'vitest'
import { isCharUnsigned } from '../../../../adapters/lsof/names/char.js'
import { escapeC, escapeUtf8, toC } from '../../../../adapters/lsof/names/escape.js'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const text = (value: Uint8Array): string => Buffer.from(value).toString('latin1')

// The names, and how lsof 4.95.0 prints them under LC_ALL=C.
test.each([
  ['/srv/plain name ', '/srv/plain name '],
  ['bs\\x', 'bs\\\\x'],
  ['lit\\012x', 'lit\\\\012x'],
  ['\b\f\n\r\t', '\\b\\f\\n\\r\\t'],
  ['ctl\x01\x1b\x1f\x7f', 'ctl^A^[^_\\x7f'],
  ['^A', '^A'],
  ['bad\xff\xfe-\x80', 'bad\\xff\\xfe-\\x80'],
  ['utf8-\xc3\xa9', 'utf8-\\xc3\\xa9'],
  ['', ''],
])('a raw name becomes what lsof prints: %j', (raw, printed) => {
  expect(text(escapeC(bytes(raw)))).toBe(printed)
})

// As lsof 4.95.0 prints it on s390x.
test('where char is unsigned, byte 0xff has a form of its own', () => {
  expect(text(escapeC(bytes('bad\xff\xfe'), true))).toBe('bad^?\\xfe')
  expect(text(escapeUtf8(bytes('bad\xff\xc3\xa9'), true))).toBe('bad^?\xc3\xa9')
  expect(['s390x', 'aarch64', 'x86_64', 'mips64', undefined].map(isCharUnsigned)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

// As lsof 4.95.0 prints them under C.UTF-8, and under C.
test.each([
  ['utf8-\xc3\xa9\xe2\x82\xac', 'utf8-\\xc3\\xa9\\xe2\\x82\\xac'],
  ['c1-\\xc2\\x85x', 'c1-\\xc2\\x85x'],
  ['bad\\xff\\xfe-\\x80', 'bad\\xff\\xfe-\\x80'],
  ['ctl^A^[\\x7f', 'ctl^A^[\\x7f'],
  ['bs\\\\x', 'bs\\\\x'],
])('a name printed in another locale becomes that of C: %j', (printed, inC) => {
  expect(text(toC(bytes(printed)))).toBe(inC)
  expect(text(toC(toC(bytes(printed))))).toBe(inC)
})

test('every byte: what is printed under C is its own C form', () => {
  for (let byte = 1; byte < 256; byte++) {
    const printed = escapeC(Uint8Array.of(0x61, byte, 0x62))
    expect(toC(printed)).toEqual(printed)
    expect(printed.every((value) => value >= 0x20 && value < 0x7f)).toBe(true)
  }
})
