import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { parse, parseStream } from '../../../src/library/parse.js'
import type { TextStream } from '../../../src/library/text.js'

const TEXT = `00400000-00401000 r-xp 00000000 fe:01 9                                  /bin/🐧
00600000-00601000 rw-p 00000000 00:00 0                                  [heap]
`
const bytes = new TextEncoder().encode(TEXT)
const names = ['/bin/🐧', '[heap]']

/** A web stream of these chunks, which tells whether it was cancelled; it cannot be iterated. */
function webStream(...chunks: (string | Uint8Array)[]) {
  const state = { cancelled: false }
  const stream = {
    getReader: () => ({
      read: async () => ({ done: chunks.length === 0, value: chunks.shift() }),
      cancel: async () => {
        state.cancelled = true
      },
    }),
  }
  return { stream, state }
}

describe('a text', () => {
  test('is read as a string and as bytes', () => {
    for (const text of [TEXT, bytes, Buffer.from(bytes)]) {
      const [view] = parse(text)
      expect([view.adapter, ...[...view].map(({ pathname }) => pathname)]).toEqual(['maps', ...names])
    }
  })

  test('has the name that it was given, and the format that was named', () => {
    const [view] = parse(TEXT, { from: 'maps:64bit', name: 'pasted' })
    expect([view.dialect, view.source.name]).toEqual(['64bit', 'pasted'])
    expect(() => parse(TEXT, { from: 'pasted' })).toThrow(expect.objectContaining({ code: 'usage' }))
    expect(() => parse('')).toThrow(expect.objectContaining({ code: 'undetected' }))
    expect(parse('', { from: 'maps' })).toHaveLength(1)
  })

  test('is not read past an error when it is strict', () => {
    const bad = `${TEXT}nonsense\n`
    expect(parse(bad)[0].table.length).toBe(2)
    expect(() => parse(bad, { strict: true, name: 'pasted' })).toThrow(
      expect.objectContaining({ code: 'strict', message: expect.stringMatching(/^pasted:3:/) }),
    )
  })
})

describe('a stream', () => {
  const long = TEXT.repeat(50)
  const halves = [long.slice(0, long.indexOf('🐧') + 1), long.slice(long.indexOf('🐧') + 1)]
  const streams: readonly (readonly [string, () => TextStream])[] = [
    ['Node’s, of bytes', () => Readable.from([Buffer.from(long)])],
    ['Node’s, of text', () => Readable.from(long.split(/(?<=\n)/))],
    ['a web stream', () => new Blob([long]).stream() as TextStream],
    ['a web stream that cannot be iterated', () => webStream(...long.split(/(?<=\n)/)).stream],
    ['a list of single bytes', () => [...Buffer.from(long)].map((byte) => Uint8Array.of(byte))],
    ['text cut within a character', () => halves],
    ['a whole text', () => long],
    ['whole bytes', () => Buffer.from(long)],
  ]

  test.each(streams)('%s gives what the whole text gives', async (_, open) => {
    const [view] = await parseStream(open())
    const [whole] = parse(long)
    expect(view.table.length).toBe(100)
    expect([...view]).toEqual([...whole])
  })

  test('of no bytes is an empty text', async () => {
    await expect(parseStream([])).rejects.toThrow(expect.objectContaining({ code: 'undetected' }))
    expect((await parseStream([], { from: 'maps' }))[0].table.length).toBe(0)
  })

  test('is cancelled when it is in no known format, and not when it was read to its end', async () => {
    const strange = webStream('Dear Sir,\n'.repeat(200), TEXT)
    await expect(parseStream(strange.stream)).rejects.toThrow(expect.objectContaining({ code: 'undetected' }))
    expect(strange.state.cancelled).toBe(true)
    const plain = webStream(TEXT)
    await parseStream(plain.stream)
    expect(plain.state.cancelled).toBe(false)
  })
})
