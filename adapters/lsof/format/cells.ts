import type { FileFacts } from '../../../src/model/region.js'
import type { Block } from './block.js'
import { DEVICE, FD, NLINK, NODE, TYPE } from './columns.js'
import { extraOf } from './extra.js'

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** The cell of a row below a title of a table that was read; nothing where it is blank. */
export function cellOf(block: Block, row: number, title: string): Uint8Array {
  const text = textOf(block, row, title)
  return text === undefined ? (extraOf(block.view.table, row, title) ?? NOTHING) : encoder.encode(text)
}

/** The access and the lock letter; a lock has a dash before it where there is no access. */
export function letters(file: FileFacts | undefined): string {
  const access = file?.access ?? (file?.lock === undefined ? ' ' : '-')
  return `${access}${file?.lock ?? ' '}`
}

/** The cell of a title that the model has a field for; undefined for all others, and where it does not say. */
function textOf(block: Block, row: number, title: string): string | undefined {
  const { process, view } = block
  const said = (value: string | number | bigint | undefined): string | undefined =>
    value === undefined ? undefined : String(value)
  switch (title) {
    case 'COMMAND':
      return process.command
    case 'PID':
      return said(process.pid)
    case 'PPID':
      return said(process.ppid)
    case 'PGID':
      return said(process.pgid)
    case 'USER':
      return process.user ?? said(process.uid)
    case 'FD':
      return said(FD.cell(block, row))
    case 'TYPE':
      return said(TYPE.cell(block, row))
    case 'DEVICE':
      return said(DEVICE.cell(block, row))
    case 'NODE':
      return said(NODE.cell(block, row))
    case 'NLINK':
      return said(NLINK.cell(block, row))
    case 'SIZE':
    case 'SIZE/OFF':
      return said(view.table.file(row)?.size)
    default:
      return undefined
  }
}
