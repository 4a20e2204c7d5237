import { expect, test } from 'vitest'
import { findings, read } from '../read.js'

const TABLE = [
  'COMMAND     PID   TID TASKCMD   PPID USER  FD      TYPE DEVICE SIZE/OFF NLINK    NODE NAME',
  'ma\\x20in  12375                    1 root txt       REG  254,0    16400     1 2154610 /tmp/a b',
  'ma\\x20in  12375                    1 root mem       CHR    1,5              1       4 /dev/zero',
  'ma\\x20in  12375                    1 root DEL       REG  254,0                2154674 /tmp/dead (stat: x)',
  'ma\\x20in  12375 12376 th\\x20one    1 root mem-W     REG  254,0      100     1 2154658 /tmp/locked',
  'ma\\x20in  12375 12376 th\\x20one    1 root mem      pack 121160                    ALL type=SOCK_RAW',
  'ma\\x20in  12375 12376 th\\x20one    1 root   5u      REG  254,0     0t17     1 2154659 /tmp/open',
  'sh        12377                    1 root txt   unknown                               /proc/12377/exe',
  '',
].join('\n')

/** The text as somebody pastes it whose editor made one blank, or a tab, of several. */
function respaced(text: string, blank: string): string {
  return text.replace(/ +/g, (run) => (run.length > 1 ? blank : ' '))
}

test('the table is one that needs no guessing', () => {
  const views = read(TABLE)
  expect(views.flatMap(findings)).toEqual(['other-row: 5'])
  expect(views.map((view) => view.table.length)).toEqual([3, 2, 1])
})

test.each([
  ['one blank', ' '],
  ['tabs', '\t'],
])('rows under their old titles, spaced anew with %s, tell the same', (_, blank) => {
  const [header, ...rows] = TABLE.split('\n')
  const views = read(`${header}\n${respaced(rows.join('\n'), blank)}`)
  const exact = read(TABLE)
  expect(views.map((view) => [...view.table])).toEqual(exact.map((view) => [...view.table]))
  expect(views.map((view) => view.process)).toEqual(exact.map((view) => view.process))
  expect(views.map((view) => view.diagnostics.count('odd-spacing'))).toEqual([3, 2, 1])
})

test('titles that were spaced anew, too, tell the same', () => {
  const views = read(respaced(TABLE, ' '))
  expect(views.flatMap((view) => [...view.table])).toEqual(read(TABLE).flatMap((view) => [...view.table]))
})

test('a row that fits neither way is told at the first column that it contradicts', () => {
  const [view] = read(`${TABLE.split('\n')[0]}\nsh 12377 and so on\n`)
  expect(view!.table.length).toBe(0)
  expect(findings(view)).toEqual(['bad-column:  so'])
})

test('a row cut short is told', () => {
  const [header, row] = TABLE.split('\n') as [string, string]
  for (let size = 1; size < header.indexOf('NODE'); size++) {
    const [view] = read(`${header}\n${row.slice(0, size)}\n`)
    expect(view!.table.length).toBe(0)
    expect(view!.lines.rejected + view!.lines.footers).toBe(1)
  }
})
