import { describe, expect, it } from 'vitest'
import { ran } from './running.js'

const FIELDS = ['Size', 'KernelPageSize', 'Rss', 'Swap', 'THPeligible']

function record(start: string, name: string, fields: readonly string[]): string {
  const lines = fields.map(
    (field) => `${field}:${(field === 'THPeligible' ? '0' : '4 kB').padStart(26 - field.length)}\n`,
  )
  return `${start}000-${start}fff r--p 00000000 fe:00 7${' '.repeat(20)}${name}\n${lines.join('')}`
}

const SAID = 'pmap: ERROR: inconsistent detail field in smaps file, line:\n '

describe('a smaps whose mappings have different fields', () => {
  const text = record('10', '/a', FIELDS) + record('20', '/b', ['Size', 'KernelPageSize', 'Swap', 'THPeligible'])

  it('ends -X and -XX at the line that should not be there', () => {
    for (const mode of ['-X', '-XX', '-Xq']) {
      expect(ran(mode, '4.0.2', text)).toEqual(['7:   []\n', `${SAID}Swap:                  4 kB\n\n`, 1])
    }
  })

  it('ends -XX up to 3.3.11 behind a name of more than 127 bytes, whose Size is lost', () => {
    const long = record('10', '/a', FIELDS) + record('20', `/${'b'.repeat(127)}`, FIELDS)
    expect(ran('-XX', '3.3.11', long)).toEqual(['7:   []\n', `${SAID}KernelPageSize:        4 kB\n\n`, 1])
    expect(ran('-X', '3.3.11', long)[1]).toBe(`${SAID}Rss:                   4 kB\n\n`)
    expect(ran('-XX', '3.3.12', long)[2]).toBe(0)
    const first = record('10', `/${'b'.repeat(127)}`, FIELDS) + record('20', '/a', FIELDS)
    expect(ran('-X', '3.3.11', first)[1]).toBe(`${SAID}Size:                  4 kB\n\n`)
  })
})
