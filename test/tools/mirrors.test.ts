import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findMirrors } from '../../tools/debian/mirrors.js'

const folders: string[] = []

/** A folder like apt's own, with these files. */
function etc(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-etc-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('the mirrors of apt’s configuration', () => {
  const stanza = (uri: string, suites: string) =>
    `Types: deb\n# a remark\nURIs: ${uri}\nSuites: ${suites}\nComponents: main\nSigned-By: /k.gpg\n`

  test('in paragraphs', () => {
    const found = findMirrors(
      etc({
        'sources.list.d/debian.sources': `${stanza('http://mirror.test/debian/', 'bookworm bookworm-updates')}\n${stanza('http://mirror.test/debian-security', 'bookworm-security')}`,
        'sources.list.d/other.sources': stanza('http://other.test/node', 'nodistro'),
      }),
    )
    expect(found).toMatchObject({
      archive: 'http://mirror.test/debian',
      security: 'http://mirror.test/debian-security',
      signedBy: '/k.gpg',
    })
    expect(found.lines('bullseye', ['amd64'])).toEqual([
      'deb [arch=amd64 signed-by=/k.gpg] http://mirror.test/debian bullseye main',
      'deb [arch=amd64 signed-by=/k.gpg] http://mirror.test/debian bullseye-updates main',
      'deb [arch=amd64 signed-by=/k.gpg] http://mirror.test/debian-security bullseye-security main',
    ])
  })

  test('in lines', () => {
    const found = findMirrors(etc({ 'sources.list': 'deb http://mirror.test/debian trixie main\n' }))
    expect(found).toMatchObject({ archive: 'http://mirror.test/debian', signedBy: undefined })
    expect(found.lines('sid', [], 'deb-src')).toEqual(['deb-src http://mirror.test/debian sid main'])
    expect(found.lines('sid', ['armhf'])).toEqual(['deb [arch=armhf] http://mirror.test/debian sid main'])
    expect(found.lines('trixie-backports', ['amd64'])).toEqual([
      'deb [arch=amd64] http://mirror.test/debian trixie-backports main',
      'deb [arch=amd64] http://mirror.test/debian trixie main',
    ])
  })

  test('are asked for where there are none', () => {
    expect(() => findMirrors(etc({}))).toThrow('names no mirror of Debian')
  })
})
