import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { captureFolders } from '../../src/golden/captures.js'
import { GUESTS, guestNamed } from '../../tools/lab/matrix.js'
import { readFileFacts } from '../../tools/lab/process-facts.js'

describe('the matrix', () => {
  test('names each guest once', () => {
    expect(new Set(GUESTS.map(({ name }) => name)).size).toBe(GUESTS.length)
    expect(guestNamed('6.12-amd64').suite).toBe('trixie')
    expect(() => guestNamed('9.9-amd64')).toThrow(/^the lab has no 9\.9-amd64; it has: 5\.10-amd64, /)
  })

  test.each([
    ['6.12-amd64', 'linux-image-6.12.117+deb13-amd64', true],
    ['6.12-amd64', 'linux-image-6.12.117+deb13-cloud-amd64', false],
    ['7.3-rc-amd64', 'linux-image-7.3-amd64', true],
    ['5.10-i386', 'linux-image-5.10.0-46-686-pae', true],
    ['5.10-i386', 'linux-image-5.10.0-46-686', false],
  ])('%s fits %s: %s', (name, image, fits) => {
    expect(guestNamed(name).kernel.test(image.replace('linux-image-', ''))).toBe(fits)
  })
})

describe('the facts of a guest', () => {
  test('are read with their escapes, errors and links', () => {
    const { stats, links } = readFileFacts(
      [
        'stat /a\\x20b mode=100755 dev=254:0 ino=7 nlink=2 size=4096 rdev=0:0',
        'stat /dev/zero mode=20666 dev=0:6 ino=4 nlink=1 size=0 rdev=1:5',
        'stat /gone errno=2',
        'link exe /a\\x20b',
        '',
      ].join('\n'),
    )
    expect(stats.get('/a b')).toEqual({
      path: '/a b',
      device: { major: 254, minor: 0 },
      inode: 7n,
      mode: 0o100755,
      size: 4096n,
      links: 2n,
    })
    expect(stats.get('/dev/zero')?.rdev).toEqual({ major: 1, minor: 5 })
    expect(stats.get('/gone')).toEqual({ path: '/gone', error: 'ENOENT' })
    expect(links.get('exe')?.toString()).toBe('/a b')
  })

  test('a line that is none is not passed over', () => {
    expect(() => readFileFacts('stat /a\n')).toThrow('no fact: stat /a')
  })
})

describe('the golden captures', () => {
  const hosts = captureFolders().map(({ path }) => JSON.parse(readFileSync(`${path}/capture.json`, 'utf8')).host)
  const kernels = new Set(hosts.map(({ kernel, arch }) => `${kernel} ${arch}`))
  const architectures = new Set(hosts.map(({ arch }) => arch))

  test('are of 25 kernels or more, from 2.6.32 to 7.3, on 8 architectures or more', () => {
    expect(kernels.size).toBeGreaterThanOrEqual(25)
    expect([...kernels].filter((one) => /^(2\.6\.32|7\.3)/.test(one)).length).toBeGreaterThanOrEqual(2)
    expect(architectures.size).toBeGreaterThanOrEqual(8)
  })
})
