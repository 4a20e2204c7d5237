import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeC } from '../../../adapters/lsof/names/escape.js'
import { asciiOnly } from '../../../adapters/pmap/projection/name.js'
import { PSEUDO_PATHS } from '../../../src/kernel/pseudo-paths.js'
import { Replacement } from '../../../src/redact/replacement.js'
import { replaceSpelt } from '../../../src/redact/spelling.js'
import { characterSize } from '../../../src/report/printable.js'

const replacement = keyed('a key')

function keyed(key: string): Replacement {
  return new Replacement((message) => createHmac('sha512', key).update(message, 'latin1').digest())
}

function of(text: string, by: Replacement = replacement): string {
  return new TextDecoder().decode(by.of(new TextEncoder().encode(text)))
}

/** Bytes that a name can hold: all but NUL. */
const name = fc.uint8Array({ min: 1, max: 255, maxLength: 40 })
/** Names of letters, of digits, and of what stands between them. */
const word = fc.string({ unit: fc.constantFrom(...'aAbzZ019-_.+/ ъ漢'), maxLength: 30 })

describe('every name', () => {
  test('keeps its length, and each byte its kind', () => {
    fc.assert(
      fc.property(name, (bytes) => {
        const token = replacement.of(bytes)
        expect(token.length).toBe(bytes.length)
        const kind = (byte: number): string => {
          const character = String.fromCharCode(byte)
          if (byte > 0x7f) return 'high'
          return /[a-z]/.test(character) ? 'a' : /[A-Z]/.test(character) ? 'A' : /\d/.test(character) ? '0' : character
        }
        expect([...token].map(kind)).toEqual([...bytes].map(kind))
        // Tools clean and escape what is not UTF-8, so that must be in the same places.
        const sizes = (all: Uint8Array): number[] => [...all.keys()].map((at) => characterSize(all, at))
        expect(sizes(token)).toEqual(sizes(bytes))
      }),
    )
  })

  test('is replaced alike before and after pmap has cleaned it', () => {
    fc.assert(
      fc.property(name, (bytes) => {
        expect(asciiOnly(replacement.of(bytes))).toEqual(replacement.of(asciiOnly(bytes)))
      }),
    )
  })

  test('is replaced alike before and after lsof has escaped it', () => {
    // lsof prints a caret and a control character as it prints others in the opposite order, so that it cannot be told.
    const without = name.map((bytes) => bytes.filter((byte) => byte !== 0x5e))
    fc.assert(
      fc.property(without, (bytes) => {
        const spelt = replaceSpelt(escapeC(bytes), (raw) => replacement.of(raw))
        expect(spelt).toEqual(escapeC(replacement.of(bytes)))
      }),
    )
  })

  test('cut short becomes the beginning of its token', () => {
    fc.assert(
      fc.property(word, fc.nat(30), (text, size) => {
        const bytes = new TextEncoder().encode(text)
        expect(replacement.of(bytes.subarray(0, size))).toEqual(replacement.of(bytes).subarray(0, size))
      }),
    )
  })

  test('has a token of its own', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(of(a) === of(b)).toBe(a === b)
      }),
    )
  })
})

test('every letter and digit becomes another one, and all of them do', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const tokens = [...letters].map((letter) => of(letter))
  expect([...tokens].sort().join('')).toBe(letters)
  expect(tokens.filter((token, i) => token === letters[i])).toEqual([])
  expect(of('B')).toBe(of('b').toUpperCase())
  expect(of('7')).toMatch(/^[0-689]$/)
})

test('equal parts of paths have equal tokens, wherever they stand', () => {
  const [, dir, file] = of('/alpha/beta').split('/')
  expect(of('/beta/x/alpha')).toBe(`/${file}/${of('x')}/${dir}`)
  expect(of('beta --alpha')).toBe(`${file} ${of('--alpha')}`)
})

test('another key makes other tokens', () => {
  expect(of('/home/somebody', keyed('another'))).not.toBe(of('/home/somebody'))
})

test.each([
  '[heap]',
  '[stack]',
  '[stack:1234]',
  '[vdso]',
  '[page size compat]',
  '/dev/zero (deleted)',
  '/SYSV0000beef (deleted)',
  '/[aio] (deleted)',
  '/drm mm object (deleted)',
  'anon_inode:[io_uring]',
  'anon_inode:kvm-vcpu:0',
  'socket:[5262]',
  '[perf_event]',
  '/proc/77/exe',
  ' (path inode=7)',
  '/proc/77/task/78/exe (readlink: Permission denied)',
  '  [ anon ]',
  '  [ shmid=0x1f ]',
  '^A\\012^^',
])('%s is nobody’s own and stays', (text) => {
  expect(of(text)).toBe(text)
})

test.each(
  PSEUDO_PATHS.filter(({ name: one }) => !one.includes('*')).map(({ name: one }) => one),
)('the kernel’s own %s stays', (text) => {
  expect(of(text)).toBe(text)
})

test.each([
  ['[anon:secret]', /^\[anon:[a-z]{6}\]$/],
  ['/memfd:secret (deleted)', /^\/memfd:[a-z]{6} \(deleted\)$/],
  ['/memfd: (deleted) (deleted)', /^\/memfd: \(deleted\) \(deleted\)$/],
  ['/dev/shm/secret', /^\/dev\/shm\/[a-z]{6}$/],
  ['/proc/secret/exe', /^\/proc\/[a-z]{6}\/exe$/],
  ['/x/[heap]secret', /^\/[a-z]\/\[[a-z]{4}\][a-z]{6}$/],
  ['/tmp/a (delta)', /^\/[a-z]{3}\/[a-z] \(del[a-z]{2}\)$/],
  ['new\\012line', /^[a-z]{3}\\012[a-z]{4}$/],
])('of %s the frame stays, and no more', (text, pattern) => {
  const token = of(text)
  expect(token).toMatch(pattern)
  expect(token).not.toContain('secret')
})

test('letters of other scripts and encodings do not stay', () => {
  for (const text of ['пароль', 'Ελλάδα', '秘密のファイル', 'naïveté', '😀😁']) {
    const token = of(text)
    expect(token).not.toContain('\ufffd')
    const kept = [...token].filter((character, at) => character.charCodeAt(0) > 0x7f && character === [...text][at])
    expect(kept).toEqual([])
  }
  const latin1 = Uint8Array.from([0xe9, 0xe8, 0x2e, 0xff])
  const token = replacement.of(latin1)
  expect(token[0]).not.toBe(0xe9)
  expect(token[3]).toBe(0xff)
})
