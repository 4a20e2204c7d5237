import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmapImitation } from '../../../../adapters/pmap/call/imitation.js'
import { NEW_SETTINGS } from '../../../../adapters/pmap/call/settings.js'
import { imitateLive } from '../../../../src/library/imitate.js'
import { said } from './reading.js'

const version = spawnSync('pmap', ['-V'], { encoding: 'utf8' }).stdout?.split(' ').at(-1)?.trim() as string

const F = '[Fields Display]\n'

const FILES: readonly (readonly [what: string, text: string])[] = [
  ['nothing at all', ''],
  ['a section and no more', F],
  ['columns of maps and smaps', `${F}Perm\nOffset\nDevice\nInode\nSize\nRss\nVmFlags\nMapping\n`],
  ['no name', `${F}Swap\nVmFlags\n`],
  ['no numbers', `${F}Inode\nMapping`],
  ['whole paths', `${F}Mapping\n[Mapping]\nShowPath\n`],
  ['whole paths, and back', `${F}Mapping\n[Mapping]\nShowPath\nShowPath # again\n`],
  ['fields of no section', 'Size\n'],
  ['mistakes', `${F}\tInode x\n#Size\n[ foo ]\nbar\n[Mapping] ShowPath\n[Fields Display]]\n[bad\nSize\r\n`],
  ['a line too long', `${F}${'a'.repeat(1100)}\nSize\n`],
]

describe.skipIf(version === undefined)('files of settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
  const sleeper = spawn('sleep', ['60'])
  beforeAll(() => new Promise((done) => setTimeout(done, 300)))
  afterAll(() => {
    sleeper.kill()
    rmSync(folder, { recursive: true })
  })

  it.each(FILES)('are read as pmap does: %s', async (_, text) => {
    writeFileSync(join(folder, '.pmaprc'), text)
    const pid = String(sleeper.pid)
    for (const words of [
      ['-c', pid],
      ['-C', join(folder, '.pmaprc'), '-q', '-p', pid],
      ['-c', '2', pid, pid],
    ]) {
      const real = spawnSync('pmap', words, { env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: folder } })
      const ours = await imitateLive(adapters, 'pmap', { words, version, locale: 'C', home: folder })
      expect(Buffer.concat([...ours.stdout]).toString('latin1')).toBe(real.stdout.toString('latin1'))
      expect([Buffer.from(ours.stderr).toString(), ours.exit]).toEqual([String(real.stderr), real.status])
    }
  })

  it('are made as pmap makes them', () => {
    const path = join(folder, 'new')
    spawnSync('pmap', ['-N', path])
    expect(NEW_SETTINGS).toBe(readFileSync(path, 'latin1'))
  })
})

describe('the file of settings', () => {
  const named = (words: string, home?: string): string | undefined =>
    pmapImitation.settings?.({ words: words.split(' '), version: '4.0.2', locale: 'C', ...(home ? { home } : {}) })

  it('is the one that was named, or that of the home folder', () => {
    expect(named('-x 1', '/home/a')).toBeUndefined()
    expect(named('-c 1', '/home/a')).toBe('/home/a/.pmaprc')
    expect(named('--read-rc-from=f 1', '/home/a')).toBe('f')
    expect(named('-c 1')).toBeUndefined()
    expect(said('-c 1')).toEqual(['', 'pmap: HOME variable undefined\n', 1])
  })

  it('is made where there is none', () => {
    const made = pmapImitation.plan({ words: ['-N', 'f'], version: '4.0.2', locale: 'C' })
    expect(made).toMatchObject({ exit: 0, makes: { path: 'f', otherwise: { exit: 1 } } })
    const text = 'pmap: the file already exists - delete or rename it first\n'
    expect(said('-N f', '4.0.2', { settings: new Uint8Array(0) })).toEqual([
      '',
      `${text}pmap: couldn't create the rc file\n`,
      1,
    ])
  })
})
