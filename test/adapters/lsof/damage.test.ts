import { expect, test } from 'vitest'
import { countedLines, read } from './read.js'

const TEXTS = {
  table: `COMMAND     PID   TID TASKCMD   USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME
ma\\x20in  12375                 root mem-W  REG  254,0  1926232  339380 /usr/lib/libc.so.6
ma\\x20in  12375 12376 th\\x20one root DEL    REG  254,0          2154674 /tmp/dead (stat: x)
`,
  fields: 'p7\nK8\ncsh\nu0\nfmem\na \nlW\ntREG\nD0xfe00\ns5\ni3\nk1\nn/a (stat: x)\nfcwd\nn/\n',
  json: '{"lsof_version":"4.99.7","processes":[{"pid":7,"files":[{"fd":"mem","inode":"3","name":"/a"},{"fd":"cwd","name":"/"}]}]}\n',
  jsonl:
    '{"pid":7,"fd":"mem","inode":"3","name":"/a\\u0001"}\n{"pid":7,"fd":"cwd"}\n{"pid":8,"fd":"DEL","name":"/b"}\n',
  fields0: 'p7\0K8\0csh\0u0\0\nfmem\0a \0lW\0tREG\0D0xfe00\0s5\0i3\0k1\0n/a (stat: x)\0\nfcwd\0n/\0\n',
}

/** Bytes that mean something somewhere, and some that never do. */
const BYTES = '\0\n\t ,-9DKafmp\xff"{}[]\\'

const cases = Object.entries(TEXTS)

function expectEveryLineTold(text: string, dialect: string): void {
  const views = read(text, dialect)
  const lines = text.split('\n').length - (text.endsWith('\n') || text === '' ? 1 : 0)
  expect(countedLines(views), JSON.stringify(text)).toBe(lines)
  for (const view of views) {
    // On a line of JSON many regions begin.
    if (view.dialect === 'json') expect(view.table.length).toBeGreaterThanOrEqual(view.lines.regions)
    else expect(view.table.length).toBe(view.lines.regions)
  }
}

test.each(cases)('any one byte changed, dropped or put in: every line is told once: %s', (dialect, text) => {
  for (let at = 0; at <= text.length; at++) {
    expectEveryLineTold(text.slice(0, at) + text.slice(at + 1), dialect)
    for (const byte of BYTES) {
      expectEveryLineTold(text.slice(0, at) + byte + text.slice(at + 1), dialect)
      expectEveryLineTold(text.slice(0, at) + byte + text.slice(at), dialect)
    }
  }
})

test.each(cases)('cut anywhere, every line is told once: %s', (dialect, text) => {
  for (let at = 0; at <= text.length; at++) expectEveryLineTold(text.slice(0, at), dialect)
})

test.each(cases)('read as another dialect, every line is told once: %s', (_, text) => {
  for (const dialect of Object.keys(TEXTS)) expectEveryLineTold(text, dialect)
})

test.each([
  ['fields', 'p7\nfmem\n', 'D0x1\nn/a\n', 2],
  ['fields0', 'p7\0\nfmem\0', 'D0x1\0n/a\0', 0],
  ['jsonl', '', '{"pid":7,"fd":"mem","name":"/a"}\n', 0.9],
  ['json', '{"processes":[{"pid":7,"files":[\n', '{"fd":"mem","name":"/a"},\n', 0.9],
  ['table', `${TEXTS.table.split('\n')[0]}\n`, 'sh 7 root mem REG 8,1 5 6 /a\n', 1],
])(
  'a long text is read in time that grows with its length, not with its square: %s',
  (dialect, head, part, lines) => {
    const views = read(head + part.repeat(100_000), dialect)
    expect(countedLines(views)).toBeGreaterThan(100_000 * lines)
  },
  12_000,
)
