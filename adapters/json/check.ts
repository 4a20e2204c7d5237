import { checkShape } from './check-shape.js'
import { below, type Fault, isBad } from './fault.js'
import { meaningOfProcess, meaningOfRegion } from './meaning.js'
import { isObject, type Shape } from './rules.js'
import { REGION, VIEW } from './shape.js'

/** A view whose shape was looked at. */
export interface CheckedView {
  readonly value: Readonly<Record<string, unknown>>
  /** The way to it; '' for the whole text. */
  readonly path: string
  /** What is wrong outside the regions. */
  readonly faults: readonly Fault[]
  /** What is wrong in regions, by index; such a region is kept out. */
  readonly regionFaults: ReadonlyMap<number, readonly Fault[]>
}

/** Looks at a parsed text: the views in it, or undefined when it is something else. */
export function checkDocument(value: unknown): readonly CheckedView[] | undefined {
  if (!isObject(value)) return undefined
  if (value.schema !== 'memmaps.views/1') return value.schema === 'memmaps.view/1' ? [checkView(value, '')] : undefined
  if (!Array.isArray(value.views)) return undefined
  const views = value.views.map((view: unknown, index) => checkView(view, `views[${index}]`))
  const unread = Object.keys(value).filter((key) => key !== 'schema' && key !== 'views')
  const [first, ...rest] = views
  if (first === undefined) return []
  const faults = [...unread.map((path): Fault => ({ code: 'unread-key', path })), ...first.faults]
  return [{ ...first, faults }, ...rest]
}

/** What is wrong with what a view says besides its regions. */
export function checkHeading(value: Readonly<Record<string, unknown>>, shape: Shape, path: string): readonly Fault[] {
  const faults: Fault[] = []
  checkShape(value, shape, path, faults)
  if (isObject(value.process) && !faults.some(isBad)) {
    faults.push(...meaningOfProcess(value.process, below(path, 'process')))
  }
  if (Array.isArray(value.diagnostics) && value.diagnostics.length > 0) {
    faults.push({ code: 'earlier-findings', path: below(path, 'diagnostics') })
  }
  return faults
}

/** What is wrong with a region. */
export function checkRegion(value: unknown, shape: Shape, path: string): readonly Fault[] {
  if (!isObject(value)) return [{ code: 'bad-schema', path }]
  const faults: Fault[] = []
  checkShape(value, shape, path, faults)
  return faults.some(isBad) ? faults : [...faults, ...meaningOfRegion(value, path)]
}

function checkView(value: unknown, path: string): CheckedView {
  const regionFaults = new Map<number, readonly Fault[]>()
  if (!isObject(value)) return { value: {}, path, faults: [{ code: 'bad-schema', path }], regionFaults }
  const regions: readonly unknown[] = Array.isArray(value.regions) ? value.regions : []
  regions.forEach((region, index) => {
    const found = checkRegion(region, REGION, `${below(path, 'regions')}[${index}]`)
    if (found.length > 0) regionFaults.set(index, found)
  })
  return { value, path, faults: checkHeading(value, VIEW, path), regionFaults }
}
