import { describe, expect, test } from 'vitest'
import { findings, names, regions, view } from '../reading.js'

const X = `263:   /lab/specimen
      Address Perm   Offset Device Inode  Size Rss THPeligible Mapping
     00010000 r--p 00000000  00:00     0     4   0           1 
 7eef3b800000 rw-s 00001000  00:11 41178  2048   8           0 anon_hugepage (deleted)
 ffffffffff600000 --xp 00000000  00:00     0     4   0           0 [vsyscall]
                                          ==== === =========== 
                                          2056   8           1 KB 
`
const XX = `263:   /lab/specimen
     Address Perm   Offset Device Inode Size Rss     VmFlags Mapping
    00010000 r--p 00000000  00:00     0    4   0 rd mr mw me 
7eef3b800000 rw-s 00001000  00:11 41178 2048   8       rd mr ld so x
7eef3c800000 rw-p 00001000  00:11 41178 2048   8 rd wr mr sd rd
7eef3d800000 rw-p 00001000  00:11 1234567890 2048   8    rd mr me ld so y
                                        ==== === 
                                        2052   8 KB 
`

describe('-X', () => {
  test('a row gives every column, each counter under its heading', () => {
    expect(regions(X)).toEqual([
      {
        start: 0x10000n,
        end: 0x11000n,
        perms: 'r--p',
        offset: 0n,
        device: { major: 0, minor: 0 },
        inode: 0n,
        pathname: '',
        counters: { Size: 4096, Rss: 0, THPeligible: 1 },
      },
      {
        start: 0x7eef3b800000n,
        end: 0x7eef3ba00000n,
        perms: 'rw-s',
        offset: 0x1000n,
        device: { major: 0, minor: 0x11 },
        inode: 41178n,
        pathname: 'anon_hugepage (deleted)',
        counters: { Size: 2097152, Rss: 8192, THPeligible: 0 },
      },
      expect.objectContaining({ start: 0xffffffffff600000n, end: 0xffffffffff601000n, pathname: '[vsyscall]' }),
    ])
    expect(view(X)).toMatchObject({ dialect: 'X', lines: { regions: 3, headings: 2, footers: 2, rejected: 0 } })
    expect(findings(X)).toEqual([])
  })

  test('a column that nobody knows yet is a counter too', () => {
    const text = X.replace('THPeligible', '  Quicksand')
    expect(regions(text)[0]?.counters).toEqual({ Size: 4096, Rss: 0, Quicksand: 1024 })
    expect(findings(text)).toEqual(['2:54 unknown-column'])
  })

  test.each([' (deleted)', '42 foo', '7', 'trailing ', '-'])('the name %j is kept byte for byte', (name) => {
    expect(names(X.replace('anon_hugepage (deleted)', name))).toEqual(['', name, '[vsyscall]'])
  })

  test('numbers wider than their columns push the rest to the right', () => {
    const text = X.replace('     4   0           1 ', '     4 123456789012           1 ')
    expect(regions(text)[0]).toMatchObject({ counters: { Rss: 123456789012 * 1024 }, pathname: '' })
  })

  test('a nameless row whose last blank was lost on the way is read, with a note', () => {
    const text = X.replace(/1 \n/, '1\n')
    expect(regions(text)).toHaveLength(3)
    expect(findings(text)).toEqual(['3:63 odd-spacing'])
  })

  test('a row that ends before its last column is an error', () => {
    const text = X.split('\n').slice(0, 2).join('\n')
    expect(findings(`${text}\n     00010000 r--p 00000000  00:00     0     4   0`)).toEqual(['3:50 bad-counter'])
    expect(findings(`${text}\n     00010000 r--p 00000000  00:00     0     4   0  1`)).toEqual(['3:54 bad-column'])
  })
})

test.each(['r--?', 'r---', 'r-?p', 'r--pp', 'r--'])('the perms %j are an error', (perms) => {
  expect(findings(X.replace('r--p', perms))).toEqual(['3:15 bad-perms'])
})

describe('-XX', () => {
  test('the flags end where the heading says, whatever the name begins with', () => {
    expect(regions(XX).map(({ vmFlags, pathname }) => [vmFlags?.join(' '), pathname])).toEqual([
      ['rd mr mw me', ''],
      ['rd mr', 'ld so x'],
      ['rd wr mr sd', 'rd'],
      ['rd mr me', 'ld so y'],
    ])
    expect(view(XX)).toMatchObject({ dialect: 'XX', lines: { regions: 4, headings: 2, footers: 2 } })
    expect(findings(XX)).toEqual([])
  })

  test('a code that nobody knows yet is kept, and noted once', () => {
    const text = XX.replaceAll('me', 'qq')
    expect(regions(text)[0]?.vmFlags).toEqual(['rd', 'mr', 'mw', 'qq'])
    expect(findings(text)).toEqual(['3:59 unknown-flag'])
  })

  test('flags are told by their shape where blanks were lost on the way', () => {
    const text = `263:   /lab/specimen
Address Perm Offset Device Inode Size Rss VmFlags Mapping
7eef3b800000 rw-s 00001000 00:11 41178 2048 8 rd mr libc.so
`
    expect(regions(text)).toMatchObject([{ vmFlags: ['rd', 'mr'], pathname: 'libc.so' }])
  })

  test('procps before 3.3.15 glues the last two headings and puts two blanks before the name', () => {
    const text = `1:   a
     Address Perm   Offset Device Inode Size Rss      VmFlagsMapping
    00010000 r--p 00000000  00:00     0    4   0 rd mr mw me  
7eef3b800000 rw-s 00001000  00:11 41178 2048   8       rd mr  ld so x
`
    expect(regions(text)).toMatchObject([
      { vmFlags: ['rd', 'mr', 'mw', 'me'], pathname: '' },
      { vmFlags: ['rd', 'mr'], pathname: 'ld so x' },
    ])
    expect(findings(text)).toEqual([])
  })

  test('kernels before 3.8 have no VmFlags, and the view says so', () => {
    const text = `1:   a
 Address Perm   Offset Device Inode Size KernelPageSize Mapping
08048000 r-xp 00000000  08:01   123  432              4 a
`
    expect(view(text).dialect).toBe('XX')
    expect([...view(text).says]).not.toContain('vmFlags')
    expect([...view(XX).says]).toContain('vmFlags')
  })
})

describe('-q', () => {
  const XQ = `1:   a
    00010000 r--p 00000000 00:00     0    4 0 1 
7eef3b800000 rw-s 00001000 00:11 41178 2048 8 0 42 foo
`
  const XXQ = `1:   a
    00010000 r--p 00000000 00:00     0    4 0 rd mr mw me 
7eef3b800000 rw-s 00001000 00:11 41178 2048 8    rd mr me ld so x
7eef3c800000 rw-s 00001000 00:11 41178 2048 8       rd mr libc.so
`

  test('numbers without a heading are kept under their places, Size excepted', () => {
    expect(regions(XQ)).toMatchObject([
      { end: 0x11000n, counters: { Size: 4096 }, extra: { 'column 7': '0', 'column 8': '1' }, pathname: '' },
      { counters: { Size: 2097152 }, extra: { 'column 7': '8', 'column 8': '0' }, pathname: '42 foo' },
    ])
    expect(view(XQ).dialect).toBe('X')
    expect(findings(XQ)).toEqual([])
  })

  test('flags are known by their shape, and end where those above ended', () => {
    expect(regions(XXQ).map(({ vmFlags, pathname }) => [vmFlags?.join(' '), pathname])).toEqual([
      ['rd mr mw me', ''],
      ['rd mr me', 'ld so x'],
      ['rd mr', 'libc.so'],
    ])
    expect(view(XXQ).dialect).toBe('XX')
    expect(findings(XXQ)).toEqual([])
  })

  test('two-letter words are a name where the caller says -X, or where none of them is mr', () => {
    const text = '1:   a\n00010000 r--p 00000000 00:00 0 4 0 ld mr so x\n'
    expect(names(text)).toEqual(['x'])
    expect(names(text, 'X')).toEqual(['ld mr so x'])
    expect(names(text.replace('mr', 'my'))).toEqual(['ld my so x'])
  })

  test('a row with fewer numbers than the first is an error', () => {
    expect(findings(`${XQ}7eef3c800000 rw-s 00001000 00:11 41178 2048 8 libc\n`)).toEqual(['4:47 bad-counter'])
  })
})
