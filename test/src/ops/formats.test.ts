import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { Adapter } from '../../../src/adapter.js'
import { formats } from '../../../src/ops/formats.js'

const adapter = {
  name: 'short',
  summary: 'a made-up format',
  grain: 'mapping',
  needs: ['start'],
  dialects: {
    plain: { summary: 'starts alone', says: ['start'] },
    named: {
      summary: 'names, too',
      says: ['start', 'pathname'],
      lossy: { pathname: 'the path' },
      since: '2',
      until: '3',
    },
  },
  format: () => [],
} as unknown as Adapter

test('each field of each dialect is exact, lossy or absent', () => {
  const [format] = formats([adapter])
  expect(format).toMatchObject({ name: 'short', writes: true, needs: ['start'], reasons: {} })
  const [plain, named] = format!.dialects
  expect(plain).toMatchObject({ name: 'short:plain', usual: true, grain: 'mapping', lossy: {} })
  expect(plain!.fields).toMatchObject({ start: 'exact', pathname: 'absent', extra: 'absent' })
  expect(named).toMatchObject({ usual: false, since: '2', until: '3', lossy: { pathname: 'the path' } })
  expect(named!.fields).toMatchObject({ start: 'exact', pathname: 'lossy' })
})

test('what is lossy is said, and says what is lost', () => {
  for (const { dialects } of formats(adapters)) {
    for (const { name, fields, lossy } of dialects) {
      for (const [field, what] of Object.entries(lossy)) {
        expect([name, field, fields[field as 'start']]).toEqual([name, field, 'lossy'])
        expect(what).toMatch(/^\S.*[^.]$/)
      }
    }
  }
})
