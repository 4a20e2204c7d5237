import { describe, expect, test } from 'vitest'
import { formatPmap } from '../../../../adapters/pmap/format/formatter.js'
import { joined } from '../../../../src/ops/format.js'
import { views } from '../reading.js'

const TEXTS: Readonly<Record<string, string>> = {
  'default-3.2':
    '1:   a b\n0000560a18729000      4K r-x--  /a/b\n00007eef3bc00000 1073741824K -----    [ anon ]\n total       1073741828K\n',
  'x-3.2':
    '1:   a\nAddress           Kbytes     RSS    Anon  Locked Mode   Mapping\n' +
    '0000560a18729000       4       -       -       - r-x--  b\n' +
    '----------------  ------  ------  ------  ------\ntotal kB               4       -       -       -\n',
  'x-3.3.2':
    '1:   a\nAddress           Kbytes     RSS   Dirty Mode   Mapping\n' +
    '0000560a18729000       4       2       1 r-x--  b\n' +
    '----------------  ------  ------  ------\ntotal kB               4       2       1\n',
  busybox:
    '1: a\n0000560a18729000       4K rw-s  /a/b (deleted)\n0000560a1872a000       4K r--p    [ anon ]\n total                 8K\n',
  'busybox-x':
    '1: a\nAddress\t\t  Kbytes     PSS   Dirty    Swap  Mode  Mapping\n' +
    '0000560a18729000       4       3       2       1  rw-s  /a/b\n' +
    '----------------  ------  ------  ------  ------\ntotal kB               4       3       2       1\n',
  'busybox-1.30': '1: a\n0000560a18729000       4K rw-s  /a/b\nmapped: 4K\n',
  'busybox-1.30-x':
    '1: a\nAddress\t\t  Kbytes     PSS   Dirty    Swap  Mode  Mapping\n' +
    '0000560a18729000       4       3       2       1  rw-s  /a/b\n' +
    '----------------  ------  ------  ------  ------\ntotal\t\t       4       3       2       1\n',
  toybox:
    '1: a\n0000560a18729000      4K rw-s- b\n00007eef3bc00000  1073741824K -----   [anon]\ntotal        1073741828K\n',
  'toybox-x':
    '1: a\nAddress           Kbytes     PSS   Dirty    Swap Mode  Mapping\n' +
    '0000560a18729000       4       3       2       1 rw-s- b\n' +
    '----------------  ------  ------  ------  ------\ntotal                  4       3       2       1\n',
  'suse-d': `31311: console-kit-dae
START               SIZE     RSS     PSS   DIRTY    SWAP PERM OFFSET           DEVICE MAPPING
0000000000400000    132K    108K     66K      4K      0K r-xp 0000000000001000 08:06  /usr/sbin/console-kit-daemon
00007fa680021000  65404K      0K      0K      0K      0K ---p 0000000000000000 103:05 [anon]
Total:            98712K   2656K   1262K   1080K      0K

49996K writable-private, 1075844K readonly-private, 23113312K shared, and 98852K referenced 
`,
}

describe('what a pmap printed is written as it was', () => {
  test.each(Object.entries(TEXTS))('%s', (dialect, text) => {
    const read = views(text, dialect)
    expect(read[0]?.dialect).toBe(dialect)
    expect(new TextDecoder().decode(joined(formatPmap(read, {})))).toBe(text)
  })
})
