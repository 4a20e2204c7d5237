import type { Answer, SaidDiagnostic, SaidRegion, SaidView } from './types.js'

/** Why what a decoder printed is no answer, as a sentence. */
export class NoAnswer extends Error {}

/** Reads what a decoder printed: a view, several views, or a bare list of regions; throws `NoAnswer`. */
export function readAnswer(stdout: Uint8Array): Answer {
  const said = json(stdout)
  if (Array.isArray(said)) return { views: [{ regions: regionsOf(said) }], diagnostics: [], bare: true }
  if (!isObject(said)) throw new NoAnswer('it printed JSON that is neither an object nor a list')
  const views = said.views
  if (views === undefined) return { views: [viewOf(said)], diagnostics: diagnosticsOf(said), bare: false }
  if (!Array.isArray(views) || !views.every(isObject)) throw new NoAnswer('its `views` are no list of objects')
  return { views: views.map(viewOf), diagnostics: [said, ...views].flatMap(diagnosticsOf), bare: false }
}

function json(stdout: Uint8Array): unknown {
  const text = new TextDecoder().decode(stdout)
  if (text.trim() === '') throw new NoAnswer('it ended well and printed nothing')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NoAnswer(`what it printed is no JSON: ${(error as Error).message}`)
  }
}

function viewOf(said: Readonly<Record<string, unknown>>): SaidView {
  if (!Array.isArray(said.regions)) throw new NoAnswer('its JSON has no list `regions`')
  const pid = isObject(said.process) ? said.process.pid : undefined
  return { regions: regionsOf(said.regions), ...(typeof pid === 'number' ? { process: { pid } } : {}) }
}

function regionsOf(list: readonly unknown[]): readonly SaidRegion[] {
  if (!list.every(isObject)) throw new NoAnswer('one of its regions is no object')
  return list
}

function diagnosticsOf({ diagnostics }: Readonly<Record<string, unknown>>): readonly SaidDiagnostic[] {
  if (diagnostics === undefined || diagnostics === null) return []
  if (!Array.isArray(diagnostics)) throw new NoAnswer('its `diagnostics` are no list')
  return diagnostics.map((one) => {
    if (!isObject(one)) return {}
    return {
      ...(typeof one.line === 'number' ? { line: one.line } : {}),
      ...(typeof one.severity === 'string' ? { severity: one.severity } : {}),
    }
  })
}

/** True for an object of JSON that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
