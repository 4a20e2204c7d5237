import { describe, expect, it } from 'vitest'
import { commandCell, commandLength } from '../../../../adapters/lsof/format/command.js'
import { deviceNumber } from '../../../../adapters/lsof/format/fields.js'
import { formatLsof } from '../../../../adapters/lsof/format/formatter.js'
import { humanSize } from '../../../../adapters/lsof/format/size.js'
import { lsof } from '../../../../adapters/lsof/index.js'
import { maps } from '../../../../adapters/maps/index.js'
import type { View } from '../../../../src/adapter.js'
import { deviceFromNumber } from '../../../../src/model/device.js'
import { joined } from '../../../../src/ops/format.js'
import { parse } from '../../../../src/ops/parse.js'

const TABLE = `\
COMMAND    PID     USER  FD   TYPE DEVICE SIZE/OFF   NODE NAME
th\\x20one 9928 40000000 txt    REG  254,0    21616 214890 /srv/a b
th\\x20one 9928 40000000 mem-W  REG  254,0     8092      5 /srv/locked
th\\x20one 9928 40000000 mem    CHR    1,5               4 /dev/zero
th\\x20one 9928 40000000 DEL    REG    0,1          294915 /SYSV12345678
th\\x20one 9928 40000000 mem    REG  254,0               6 /srv/nl\\\\012x (stat: No such file or directory)
`

const FILE =
  '{"fd":"mem","lock":"W","type":"REG","device_number":"0xfe00","size":"8092","inode":"5","nlink":1,"name":"/a\\"\\u0001\\\\"}'
const PROCESS = '"pid":9928,"pgid":9918,"ppid":1,"command":"tri\\\\cky","uid":0,"login":"root"'

function again(text: string, dialect: string, argv?: readonly string[]): string {
  const source = argv === undefined ? {} : { argv, version: '4.99.7' }
  return written(parse(lsof, Buffer.from(text), { dialect, source }), dialect)
}

function written(views: readonly View[], dialect: string): string {
  return Buffer.from(joined(formatLsof(views, { dialect }))).toString('latin1')
}

describe('lsof, written', () => {
  it('is the table that was read, its words unknown', () => {
    expect(again(TABLE, 'table')).toBe(TABLE)
  })

  it('leaves notes out and rounds sizes as the words say', () => {
    const source = { argv: ['lsof', '-w', '-H', '-p', '9928'], version: '4.99.7' }
    const fields = [
      'p7',
      'csh',
      'fmem',
      'tREG',
      's21616',
      'n/a',
      'fmem',
      'tREG',
      'n/b (stat: No such file or directory)',
    ]
    const text = written(parse(lsof, Buffer.from(`${fields.join('\n')}\n`), { dialect: 'fields', source }), 'table')
    expect(text).not.toContain('(stat')
    expect(text).toContain(' 21.1K ')
  })

  it('spells names and commands as the dialect does', () => {
    const line = '{"pid":7,"command":"a b","files":[{"fd":"mem","name":"/x\\u0001\\\\"}]}'
    const views = parse(lsof, Buffer.from(line), { dialect: 'json' })
    const table = written(views, 'table')
    expect(table).toContain('a\\x20b')
    expect(table).toContain('/x^A\\\\\n')
    const printed = parse(lsof, Buffer.from('p7\nfmem\nn/x\\n\\\\\n'), { dialect: 'fields' })
    expect(written(printed, 'jsonl')).toBe('{"pid":7,"fd":"mem","name":"/x\\u000a\\\\"}\n')
  })

  it('writes the regions of a view that nobody listed, and not without its process', () => {
    const text = Buffer.from('00400000-00401000 r-xp 00000000 fe:00 5 /a\n')
    const [view] = parse(maps, text) as [View]
    expect(() => written([view], 'table')).toThrow('nobody said which process')
    const table = written([{ ...view, process: { pid: 7 } }], 'table')
    expect(table.split('\n')[1]).toMatch(/^ +7 +mem +254,0 +5 \/a$/)
    expect(written([view], 'jsonl')).toBe('{"fd":"mem","device_number":"0xfe00","inode":"5","name":"/a"}\n')
  })

  it('is the fields that were read, their words unknown', () => {
    const sets = [
      'p7',
      'g6',
      'R1',
      'ctwo words\\n',
      'u-294967296',
      '|fmem',
      'a ',
      'lW',
      'tCHR',
      'D0x6',
      'r0x105',
      'i4',
      'k1',
    ]
    const lines = `${sets.join('\n').replace('|', '')}\nn/dev/zero\n`
    expect(again(lines, 'fields')).toBe(lines)
    const nul = `${sets.join('\0').replace('|', '\n')}\0n/dev/zero\0\n`
    expect(again(nul, 'fields0')).toBe(nul)
  })

  it('is the JSON that was read', () => {
    const document = `{"lsof_version":"4.99.7","processes":[{${PROCESS},"files":[${FILE},${FILE}]}]}\n`
    expect(again(document, 'json')).toBe(document)
    const line = `{${PROCESS},${FILE.slice(1)}\n`
    expect(again(line + line, 'jsonl')).toBe(line + line)
  })

  it('of nothing is nothing, or an empty list', () => {
    expect(written([], 'table') + written([], 'fields') + written([], 'jsonl')).toBe('')
    expect(written([], 'json')).toBe('{"lsof_version":"4.99.7","processes":[]}\n')
  })
})

describe('cells', () => {
  it('end a command before an escape that does not fit', () => {
    const command = Buffer.from('ué€x')
    expect(commandLength(command, false)).toBe(12)
    expect(commandCell(Buffer.from('seven x'), 7, false)).toBe('seven  ')
  })

  it('count and spell bytes of commands otherwise where char is unsigned', () => {
    const command = Buffer.from('bad\xff\xc3', 'latin1')
    expect([commandLength(command, false), commandLength(command, true)]).toEqual([7, 9])
    expect(commandCell(command, 9, true)).toBe('bad^?\\xc3')
  })

  it('round sizes at 1,024', () => {
    expect([0n, 1023n, 8092n, 215_040n].map(humanSize)).toEqual(['0B', '1023B', '7.9K', '210.0K'])
  })

  it('spell devices as glibc does', () => {
    const device = { major: 0x12345, minor: 0x6789a }
    expect(deviceFromNumber(deviceNumber(device))).toEqual(device)
    expect(deviceNumber({ major: 254, minor: 0 })).toBe(0xfe00n)
  })
})
