import { datingText } from '../kernel/dating.js'
import { fieldLines } from '../ops/dating/field-line.js'
import type { CheckReport } from './check-text.js'
import { columns } from './text-columns.js'

/** What is said of a text that fits no kernel. */
const NONE = 'printed by no kernel of kernel.org; one with back-ports, or of Android, may print it all the same'

/** The kernels that could have printed the views, and the lines that prove each bound. */
export function datingLines({ adapters, result }: CheckReport, names: readonly string[]): string[] {
  const { views, findings, dating, width, pageSize } = result
  if (findings.some(({ code }) => code === 'no-kernel')) return [NONE]
  const { since, until } = dating
  const rows: (readonly [claim: string, what: string, view: number, line: number])[] = []
  if (since !== undefined) rows.push([`${since.since} or newer`, since.what, since.view, since.line])
  if (until !== undefined) rows.push([`${until.until} or older`, until.what, until.view, until.line])
  if (width !== undefined) rows.push([`${width.bits}-bit`, width.what, width.view, width.line])
  const pages = `${pageSize.bytes / 1024}K pages`
  if (pageSize.said !== undefined) {
    const { view, row } = pageSize.said
    const read = views[view] as (typeof views)[number]
    const adapter = adapters.find(({ name }) => name === read.adapter)
    rows.push([pages, 'KernelPageSize', view, fieldLines(adapter, read)(row, 'KernelPageSize')])
  }
  const said = [
    datingText(dating),
    ...(width === undefined ? [] : [`${width.bits}-bit`]),
    ...(pageSize.source === 'assumed' ? [] : [pages]),
  ]
  const table = rows.map(([claim, what, view, line]) => [
    claim,
    what,
    line === 0 ? (names[view] as string) : `${names[view]}:${line}`,
  ])
  const lines = table.length === 0 ? [] : columns(table, ['left', 'left', 'left'])
  return [`printed by ${said.join(', ')}`, ...lines.map((line) => `  ${line}`)]
}
