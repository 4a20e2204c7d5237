import type { Row } from './rows.js'

const encoder = new TextEncoder()

/** How the rows are written in each format. */
export const TEXTS: Readonly<Record<string, (rows: readonly Row[]) => Uint8Array>> = {
  'maps:64bit': (rows) => text(rows.map(mapsLine)),
  'smaps:64bit': (rows) => text(rows.map((row) => `${mapsLine(row)}\n${counters(row)}`)),
  'lsof:fields0': (rows) => text(['p42\0cspecimen\0u0\0', ...files(rows).map(fields)]),
  'lsof:table': (rows) =>
    text(['COMMAND  PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME', ...files(rows).map(tableLine)]),
  'pmap:x': (rows) =>
    text(['42:   /usr/bin/specimen', 'Address           Kbytes     RSS   Dirty Mode  Mapping', ...rows.map(pmapLine)]),
}

function text(lines: readonly string[]): Uint8Array {
  return encoder.encode(`${lines.join('\n')}\n`)
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

function kB(row: Row): number {
  return (row.end - row.start) / 1024
}

function mapsLine(row: Row): string {
  const { start, end, perms, inode, name } = row
  const device = name.startsWith('/') ? 'fe:01' : '00:00'
  const head = `${hex(start, 12)}-${hex(end, 12)} ${perms} 00000000 ${device} ${inode} `
  return name === '' ? head : `${head.padEnd(73)}${name}`
}

function counters(row: Row): string {
  const counter = (name: string, value: number): string => `${`${name}:`.padEnd(16)}${String(value).padStart(8)} kB`
  const lines = [counter('Size', kB(row)), counter('KernelPageSize', 4), counter('Rss', 4), counter('Pss', 4)]
  return [...lines, 'VmFlags: rd mr mw me sd '].join('\n')
}

function files(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ name }) => name.startsWith('/'))
}

function fields({ inode, name }: Row): string {
  return `fmem\0tREG\0D0xfe01\0s8192\0i${inode}\0n${name}\0`
}

function tableLine({ inode, name }: Row): string {
  return `specimen  42 root  mem    REG  254,1     8192 ${inode} ${name}`
}

function pmapLine(row: Row): string {
  const name = row.name.startsWith('/') ? row.name.slice(row.name.lastIndexOf('/') + 1) : '  [ anon ]'
  return `${hex(row.start, 16)} ${String(kB(row)).padStart(7)}       4       0 r---- ${name}`
}
