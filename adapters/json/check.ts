import type { DiagnosticCode } from '../../src/report/codes.js'
import { shows } from './base64.js'
import { isObject, PROCESS, REGION, type Shape, SOURCE, VIEW } from './shape.js'

/** A finding in JSON, known by the way to its value: `regions[3].start`. */
export interface Fault {
  readonly code: DiagnosticCode
  readonly path: string
}

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

function checkView(value: unknown, path: string): CheckedView {
  const faults: Fault[] = []
  const regionFaults = new Map<number, readonly Fault[]>()
  if (!isObject(value)) return { value: {}, path, faults: [{ code: 'bad-schema', path }], regionFaults }
  checkShape(value, VIEW, path, faults)
  const head = ['adapter', 'dialect', 'says'].filter((key) => value[key] !== undefined).length
  if (!Array.isArray(value.regions) || value.schema === undefined || (head > 0 && head < 3)) {
    faults.push({ code: 'bad-schema', path })
  }
  if (isObject(value.process)) checkShape(value.process, PROCESS, join(path, 'process'), faults)
  if (isObject(value.source)) checkShape(value.source, SOURCE, join(path, 'source'), faults)
  if (Array.isArray(value.diagnostics) && value.diagnostics.length > 0) {
    faults.push({ code: 'earlier-findings', path: join(path, 'diagnostics') })
  }
  const regions: readonly unknown[] = Array.isArray(value.regions) ? value.regions : []
  regions.forEach((region, index) => {
    const found = checkRegion(region, `${join(path, 'regions')}[${index}]`)
    if (found.length > 0) regionFaults.set(index, found)
  })
  return { value, path, faults, regionFaults }
}

function checkRegion(value: unknown, path: string): readonly Fault[] {
  if (!isObject(value)) return [{ code: 'bad-schema', path }]
  const faults: Fault[] = []
  checkShape(value, REGION, path, faults)
  const { pathname, pathnameBase64 } = value
  if (faults.length === 0 && typeof pathnameBase64 === 'string' && !shows(String(pathname), pathnameBase64)) {
    faults.push({ code: 'bad-schema', path: join(path, 'pathnameBase64') })
  }
  return faults
}

function checkShape(value: Readonly<Record<string, unknown>>, shape: Shape, path: string, faults: Fault[]): void {
  for (const [key, inner] of Object.entries(value)) {
    const rule = Object.hasOwn(shape, key) ? shape[key] : undefined
    const here = join(path, key)
    if (rule === undefined) faults.push({ code: 'unread-key', path: here })
    else if (typeof rule === 'function') {
      if (!rule(inner, key)) faults.push({ code: 'bad-schema', path: here })
    } else if (isObject(inner)) checkShape(inner, rule, here, faults)
    else faults.push({ code: 'bad-schema', path: here })
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
