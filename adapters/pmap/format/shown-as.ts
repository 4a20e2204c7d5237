import type { Origin, Source, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { CELL_DIALECTS } from '../cells/dialects.js'
import { type PrintedBlock, printedBlock } from '../printed/block.js'
import { PROCPS_DIALECTS } from '../procps/dialects.js'
import { twoPrograms } from '../projection/between.js'
import { projectToPmap } from '../projection/projection.js'
import { withStale } from './stale.js'
import { withZeroes } from './zeroes.js'

const DIALECTS = { ...PROCPS_DIALECTS, ...CELL_DIALECTS }

/** A view as it is to be written, and what it was projected from, if it was. */
export interface ShownView {
  readonly view: View
  readonly origin: Origin | undefined
  /** How it was printed, where it was read from text of that dialect. */
  readonly printed?: PrintedBlock | undefined
}

/** A view in a dialect of pmap: as it is where it is one, else what that pmap would have shown of it. */
export function shownAs(view: View, dialect: string | undefined, origin: Origin | undefined): ShownView {
  const isOwn = view.adapter === 'pmap' || origin !== undefined
  const target = dialect ?? (isOwn && Object.hasOwn(DIALECTS, view.dialect) ? view.dialect : 'default')
  if (origin !== undefined) {
    const own = { ...view, dialect: target, source: ownSource(view.source) }
    return { view: withStale(withZeroes(own, origin), origin), origin }
  }
  const as: View = {
    ...view,
    adapter: 'pmap',
    dialect: target,
    table: new TableBuilder().build(),
    says: new Set(DIALECTS[target]?.says),
    totals: [],
    source: ownSource(view.source),
  }
  const isWide = /^XX?$/.test(view.dialect)
  if (view.adapter === 'pmap' && (view.dialect === target || (twoPrograms(view, as) !== undefined && !isWide))) {
    const printed = view.dialect === target ? printedBlock(view.table) : undefined
    return { view: { ...view, dialect: target }, origin: undefined, printed }
  }
  const facts = view.process === undefined ? {} : { process: view.process }
  // -X and -XX say what smaps says, from which a pmap of another family makes names of its own.
  const richer = isWide && twoPrograms(view, as) !== undefined ? { ...view, adapter: 'smaps' } : view
  const projection = projectToPmap(richer, as, facts)
  const { pid } = view.process ?? {}
  const seen = { view: richer, state: 'there' as const, facts, ...(pid === undefined ? {} : { pid }) }
  return { view: { ...as, table: projection.table }, origin: { seen, projection } }
}

/** What a source says of a run of pmap: another tool's version and words are none. */
function ownSource(source: Source): Source {
  const { tool, argv, version, ...rest } = source
  const isOther =
    (tool ?? argv?.[0] ?? 'pmap') !== 'pmap' && !/(?:^|\/)(?:pmap|busybox|toybox)$/.test(tool ?? argv?.[0] ?? '')
  return isOther ? rest : source
}
