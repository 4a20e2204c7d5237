import type { View } from '../adapter.js'
import { HAS_PERMS } from '../model/fields.js'
import { EXECUTE, WRITE } from '../model/perms.js'
import { printable, printableBytes } from '../report/printable.js'
import type { Colors } from './colors.js'
import { type Kind, kindOf } from './kind.js'
import { humanSize } from './size.js'
import type { Column } from './text-table.js'

/** The columns in which a view's regions are shown: those that it says something of. */
export function regionColumns({ table, says }: View, counters: readonly string[], colors: Colors): readonly Column[] {
  const { columns } = table
  const ranges: Column[] = [
    { heading: 'range', side: 'left', cell: (row) => range(table.start(row), table.end(row)) },
    { heading: 'size', side: 'right', cell: (row) => size(table.size(row)) },
  ]
  const perms: Column = {
    heading: 'perms',
    side: 'left',
    cell: (row) => table.perms(row) ?? '',
    paint: (text, row) =>
      table.has(row, HAS_PERMS) ? paintPerms(text, columns.permsCodes[row] as number, colors) : text,
  }
  const kind: Column = {
    heading: 'kind',
    side: 'left',
    cell: (row) => kindOf(table, row),
    paint: (text) => paintKind(text as Kind, colors),
  }
  const counted = counters.map(
    (name): Column => ({
      heading: printable(name),
      side: 'right',
      cell: (row) => counter(table.counter(row, name), columns.counters.get(name)?.unit === 1),
    }),
  )
  const files: Column[] = [
    { heading: 'descriptor', side: 'left', cell: (row) => printable(table.file(row)?.descriptor ?? '') },
    { heading: 'type', side: 'left', cell: (row) => printable(table.file(row)?.type ?? '') },
    { heading: 'file size', side: 'right', cell: (row) => size(table.file(row)?.size) },
  ]
  const offset: Column = { heading: 'offset', side: 'right', spare: true, cell: (row) => hex(table.offset(row)) }
  const device: Column = {
    heading: 'device',
    side: 'left',
    spare: true,
    cell: (row) => {
      const at = table.device(row)
      return at === undefined ? '' : `${hex(at.major).padStart(2, '0')}:${hex(at.minor).padStart(2, '0')}`
    },
  }
  const inode: Column = { heading: 'inode', side: 'right', spare: true, cell: (row) => `${table.inode(row) ?? ''}` }
  const name: Column = {
    heading: 'pathname',
    side: 'left',
    cut: true,
    cell: (row) => {
      const note = table.file(row)?.note
      return `${printableBytes(table.pathnameBytes(row) ?? new Uint8Array(0))}${note === undefined ? '' : ` ${printable(note)}`}`
    },
    paint: (text, row) => (kindOf(table, row) === 'deleted' ? colors.red(text) : text),
  }
  return [
    ...(says.has('start') ? ranges : []),
    ...(says.has('perms') ? [perms] : []),
    ...(says.has('pathname') ? [kind] : []),
    ...counted,
    ...(says.has('file') && columns.files?.some((file) => file !== undefined) ? files : []),
    ...(says.has('offset') ? [offset] : []),
    ...(says.has('device') ? [device] : []),
    ...(says.has('inode') ? [inode] : []),
    ...(says.has('pathname') ? [name] : []),
  ]
}

/** A size for people; '' where it is not known. */
export function size(bytes: bigint | number | undefined): string {
  if (bytes === undefined) return ''
  // Only text that is wrong has an end before its start.
  return bytes < 0 ? `-${humanSize(-bytes)}` : bytes === 0 || bytes === 0n ? '0' : humanSize(bytes)
}

function counter(value: number | undefined, unitless: boolean): string {
  return unitless ? `${value ?? ''}` : size(value)
}

function range(start: bigint | undefined, end: bigint | undefined): string {
  if (start === undefined && end === undefined) return ''
  return `${hex(start).padStart(8, '0')}-${end === undefined ? '' : hex(end).padStart(8, '0')}`
}

function hex(value: bigint | number | undefined): string {
  return value?.toString(16) ?? ''
}

function paintPerms(text: string, code: number, colors: Colors): string {
  if ((code & (WRITE | EXECUTE)) === (WRITE | EXECUTE)) return colors.bold(colors.red(text))
  if (code & EXECUTE) return colors.yellow(text)
  return code & WRITE ? text : colors.dim(text)
}

/** A kind in its colour. */
export function paintKind(kind: Kind, colors: Colors): string {
  switch (kind) {
    case 'file':
      return colors.cyan(kind)
    case 'deleted':
      return colors.red(kind)
    case 'heap':
    case 'stack':
      return colors.green(kind)
    case 'shared':
      return colors.magenta(kind)
    default:
      return colors.dim(kind)
  }
}
