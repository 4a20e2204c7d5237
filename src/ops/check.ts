import type { Adapter, Facts, View } from '../adapter.js'
import type { Dating } from '../kernel/dating.js'
import { judgeCounters } from './check/counters.js'
import type { DriftedSum, Exception, Finding, LawCode } from './check/finding.js'
import { lawfulDating } from './check/hold-sums.js'
import { Judge } from './check/judge.js'
import { judgeMixture } from './check/mixture.js'
import { judgeOrder } from './check/order.js'
import { judgeAlignment, type PageSize, pageSizeOf } from './check/page-size.js'
import { judgePerms } from './check/perms.js'
import { judgeSums } from './check/sums.js'
import { judgeTotals } from './check/totals.js'
import { date } from './dating/date.js'
import { type Width, widthOf } from './dating/width.js'
import { grainOf, isForeign } from './grain.js'
import { strayProcessesIn } from './stray-processes.js'

/** What came of holding views against the laws that each alone, and all together, must obey. */
export interface Check {
  readonly views: readonly View[]
  /** The broken laws: view by view, then those between views. */
  readonly findings: readonly Finding[]
  /** Each law that was asked, and how often. */
  readonly asked: ReadonlyMap<LawCode, number>
  /** What is against a law, but by an exception with a name. */
  readonly exceptions: readonly Exception[]
  /** Sums that moved on between two readings. */
  readonly drifted: readonly DriftedSum[]
  readonly pageSize: PageSize
  /** Which kernels could have printed the views. */
  readonly dating: Dating
  /** Whether these are kernels of 32 or 64 bits, where the views show it. */
  readonly width?: Width
}

/** Options of `check`. */
export interface CheckOptions {
  readonly facts?: Facts
  /** True when the process is known to have changed while the views were taken: then none is held against another. */
  readonly moved?: boolean
  /** The machine's name as uname prints it, where it is known. */
  readonly arch?: string
}

/**
 * Holds views against the laws that a list of mappings must obey, and views of one process against each other's sums.
 *
 * A field that a view does not say is not judged by it. Views of several processes are told apart by their pid.
 */
export function check(adapters: readonly Adapter[], views: readonly View[], options: CheckOptions = {}): Check {
  const { facts = {}, moved = false, arch } = options
  const dating = date(adapters, views, arch)
  const pageSize = pageSizeOf(views, facts.pageSize)
  const judge = new Judge(views, lawfulDating(views, dating), facts.frozen ?? false)
  views.forEach((view, index) => {
    for (const { code, expected, actual } of strayProcessesIn(view, index)) judge.broken(code, expected, actual)
    if (isForeign(adapters, view)) return
    if (grainOf(adapters, view) === 'mapping') {
      judgeOrder(judge, view, index)
      judgeAlignment(judge, view, index, pageSize)
      // pmap stops reading the flags at one that has no name.
      if (isOfKernel(adapters, view)) judgePerms(judge, view, index)
      judgeTotals(judge, view, index)
    }
    judgeCounters(judge, view, index, pageSize.bytes)
    if (isOfKernel(adapters, view)) judgeMixture(judge, view, index)
  })
  if (!moved) judgeSums(judge, adapters)
  judgeDating(judge, dating)
  const { findings, asked, exceptions, drifted } = judge
  const width = widthOf(adapters, views)
  return { views, findings, asked, exceptions, drifted, pageSize, dating, ...(width && { width }) }
}

function isOfKernel(adapters: readonly Adapter[], view: View): boolean {
  return adapters.find(({ name }) => name === view.adapter)?.kernel === true
}

function judgeDating(judge: Judge, { since, until, contradictory }: Dating): void {
  judge.ask('no-kernel')
  if (!contradictory || since === undefined || until === undefined) return
  judge.broken(
    'no-kernel',
    { view: since.view, line: since.line, field: since.what, value: `${since.since} or newer` },
    { view: until.view, line: until.line, field: until.what, value: `${until.until} or older` },
  )
}
