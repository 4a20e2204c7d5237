import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../shape/sources.js'
import { type Packed, pack } from './packed.js'
import { toyParser, wanted } from './toy-parser.js'

let packed: Packed

beforeAll(() => {
  packed = pack()
})

afterAll(() => packed?.remove())

describe('the example project', () => {
  test('wants what is there', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(wanted('memmaps')).toBe(manifest.version)
    expect(wanted('fast-check')).toBe(manifest.dependencies['fast-check'])
  })

  test('finds its two mistakes with the corpus and with generated texts', () => {
    const { status, stdout } = toyParser(packed.consumer)(['--test', '--test-reporter=tap'])
    expect(status).toBe(1)
    for (const name of ['maps/valid/names-hostile', 'maps/valid/inode-above-2-63', 'an address space of Linux 6.12']) {
      expect(stdout).toMatch(new RegExp(`^not ok \\d+ - ${name}`, 'm'))
    }
    expect(stdout).toMatch(/^ok \d+ - maps\/valid\/address-zero$/m)
    expect(stdout).toMatch(/Counterexample: \[maps of Linux 6\.12 on x86_64\n +00010000-00011000 .* 1 +\/\S* \S*\n/)
  })

  test('is a decoder', () => {
    const decode = toyParser(packed.consumer)
    const { stdout } = decode(['decoder.js'], '00400000-00401000 r-xp 00000000 fe:01 9   /bin/true\n')
    expect(JSON.parse(stdout)).toMatchObject([{ start: '400000', inode: '9', pathname: '/bin/true' }])
    expect(decode(['decoder.js'], 'Dear Sir,\n')).toMatchObject({ status: 1, stdout: '' })
  })
})
