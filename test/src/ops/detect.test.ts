import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { Adapter, Match } from '../../../src/adapter.js'
import { detect } from '../../../src/ops/detect.js'
import { MemmapsError } from '../../../src/report/errors.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const HEADER = '55e9b7394000-55e9b73b5000 r-xp 00001000 103:1f 1234567                  /usr/bin/node\n'

/** An adapter that says only this of any text. */
function saying(name: string, confidence: Match['confidence']): Adapter {
  const match: Match = { dialect: 'd', confidence, because: `it looks like ${name}` }
  return { ...(adapters[0] as Adapter), name, detect: () => match }
}

function failure(list: readonly Adapter[], text: Uint8Array): MemmapsError {
  try {
    detect(list, text)
  } catch (error) {
    if (error instanceof MemmapsError) return error
  }
  throw new Error('nothing was thrown')
}

describe('knows', () => {
  test.each([
    ['maps', HEADER],
    ['maps', HEADER + HEADER],
    ['smaps', `${HEADER}Size:                  4 kB\nRss:                   4 kB\n`],
    ['json', '{"schema":"memmaps.view/1","regions":[]}'],
    ['json', '{\n  "schema": "memmaps.views/1"'],
  ])('%s', (name, text) => {
    expect(detect(adapters, bytes(text)).adapter.name).toBe(name)
  })

  test.each(['maps', 'smaps'])('%s of this very process', (name) => {
    expect(detect(adapters, readFileSync(`/proc/self/${name}`)).adapter.name).toBe(name)
  })
})

describe('knows below lines of something else', () => {
  test.each([
    ['a prompt', '$ cat /proc/4797/maps\n'],
    ['a fence', '```\n'],
    ['a letter', 'Dear all,\n\nthis is what it looks like\non my machine:\n\n'],
  ])('%s', (_, before) => {
    expect(detect(adapters, bytes(before + HEADER))).toMatchObject({
      adapter: { name: 'maps' },
      match: { confidence: 'likely', because: expect.stringMatching(/^from line \d on, /) },
    })
  })

  test('but not below a whole page', () => {
    expect(failure(adapters, bytes('a line\n'.repeat(6) + HEADER)).code).toBe('undetected')
  })

  test('and not by a guess', () => {
    expect(failure([saying('guess', 'possible')].map(onlyWhereItBegins), bytes('x\ny\n')).code).toBe('undetected')
  })
})

/** The adapter, which then knows no text that begins with x. */
function onlyWhereItBegins(adapter: Adapter): Adapter {
  return { ...adapter, detect: (head) => (head[0] === 0x78 ? undefined : adapter.detect(head)) }
}

describe('says why not', () => {
  test('of an empty text', () => {
    expect(failure(adapters, bytes(''))).toMatchObject({ code: 'undetected', message: 'the text is empty' })
  })

  test('of binary', () => {
    const elf = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0)
    expect(failure(adapters, elf).message).toBe('this is binary, not text')
    expect(failure([saying('guess', 'likely')], elf).message).toBe('this is binary, not text')
  })

  test('of a text that nobody knows', () => {
    expect(failure(adapters, bytes('dear diary\n'))).toMatchObject({
      code: 'undetected',
      next: 'name its format with -f; memmaps formats lists them',
    })
  })

  test('of a text that two know equally well', () => {
    const error = failure([saying('a', 'likely'), saying('b', 'possible'), saying('c', 'likely')], bytes('x'))
    expect(error.message).toBe('the text could be a (likely: it looks like a), or c (likely: it looks like c)')
    expect(error.next).toBe('say which it is: -f a or -f c')
  })
})

test('the surest wins, wherever it stands in the list', () => {
  const list = [saying('a', 'possible'), saying('b', 'sure'), saying('c', 'likely')]
  expect(detect(list, bytes('x')).adapter.name).toBe('b')
})

test('a text with NULs is taken where somebody is sure of it', () => {
  expect(detect([saying('a', 'sure')], Uint8Array.of(0x70, 0)).adapter.name).toBe('a')
})

test('no more than a KiB is looked at', () => {
  let seen = 0
  const counting: Adapter = {
    ...saying('a', 'sure'),
    detect: (head) => {
      seen = head.length
      return { dialect: 'd', confidence: 'sure', because: '' }
    },
  }
  detect([counting], new Uint8Array(5000).fill(0x61))
  expect(seen).toBe(1024)
})
