import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maps } from '../../../adapters/maps/index.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('reads a line of a 64-bit kernel', () => {
  const [view] = parse(
    maps,
    bytes('55e9b7394000-55e9b73b5000 r-xp 00001000 103:1f 1234567                  /usr/bin/my process\n'),
  )
  expect([...view!.table]).toEqual([
    {
      start: 0x55e9b7394000n,
      end: 0x55e9b73b5000n,
      perms: 'r-xp',
      offset: 0x1000n,
      device: { major: 0x103, minor: 0x1f },
      inode: 1234567n,
      pathname: '/usr/bin/my process',
    },
  ])
})

test('this very process comes back byte for byte', () => {
  const text = readFileSync('/proc/self/maps')
  expect(Buffer.from(joined(format(maps, parse(maps, text))))).toEqual(text)
})

test.each([
  '0048A000-0048B000 r-xp 00000000 08:01 7                                  /x',
  '000048a000-000048b000 r-xp 00000000 08:01 7                              /x',
  '0048a000-0048b000 r-xp 000000000 08:01 7                                 /x',
  '0048a000-0048b000 r-xp 00000000 008:01 7                                 /x',
  '0048a000-0048b000 r-xp 00000000 08:01 07                                 /x',
  '0048a000-0048b000 r-xp 00000000 08:01 7 /x',
])('notes what no kernel writes so: %s', (line) => {
  const views = parse(maps, bytes(`${line}\n`))
  expect([...views[0]!.diagnostics].map(({ code }) => code)).toEqual(['odd-spacing'])
  expect(new TextDecoder().decode(joined(format(maps, views)))).toBe(
    '0048a000-0048b000 r-xp 00000000 08:01 7                                  /x\n',
  )
})
