import { describe, expect, it } from 'vitest'
import { ran } from './running.js'

function smaps(flags: string): string {
  return `10000-11000 r--p 00000000 fe:00 7${' '.repeat(20)}/a\nSize:                  4 kB\nVmFlags: ${flags}\n`
}

function lines(version: string, flags: string): readonly string[] {
  return ran('-XX', version, smaps(flags))[0].split('\n').slice(1, 3)
}

describe('the flags of -XX', () => {
  it('have their title to the right', () => {
    expect(lines('4.0.2', 'rd mr mw me ')).toEqual([
      ' Address Perm   Offset Device Inode Size     VmFlags Mapping',
      '00010000 r--p 00000000  fe:00     7    4 rd mr mw me a',
    ])
  })

  it('stand before a blank up to 3.3.14, and so does their title', () => {
    expect(lines('3.3.12', 'rd mr mw me ')).toEqual([
      ' Address Perm   Offset Device Inode Size      VmFlagsMapping',
      '00010000 r--p 00000000  fe:00     7    4 rd mr mw me  a',
    ])
    expect(lines('3.3.10', 'rd mr mw me ')[0]).toBe(' Address Perm   Offset Device Inode Size       VmFlagsMapping')
  })

  it('end at byte 127', () => {
    expect(lines('4.0.2', 'ab '.repeat(50))[1]).toBe(`00010000 r--p 00000000  fe:00     7    4 ${'ab '.repeat(42)}a a`)
  })
})
