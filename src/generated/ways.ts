import type { KernelChoice } from '../../arbitraries/choice.js'
import { filledWords } from '../../arbitraries/tool-runs.js'
import { type ToolWay, toolWays } from '../../arbitraries/tool-ways.js'
import { compareVersions } from '../model/version.js'
import { MemmapsError } from '../report/errors.js'
import { planOf } from './plan-of.js'
import { runWords } from './run-words.js'

/** Which runs of a tool are wanted, and of which kernels; any where nothing is said. */
export interface ToolChoice extends KernelChoice {
  /** As `memmaps lsof --as` takes it: `4.95.0`, `4.0.2`, `busybox-1.38.0`. */
  readonly version?: string
  /** How the text is written, or in which ways: `table`, `fields0`, `x`, `busybox-x`, as `memmaps formats` lists them. */
  readonly dialect?: string | readonly string[]
  /** The options that it is called with: `['-x', '-p']`. */
  readonly words?: readonly string[]
}

/** The ways of calling a tool that are wanted. Throws a MemmapsError where there is none. */
export function waysWanted(tool: 'lsof' | 'pmap', { version, dialect, words }: ToolChoice): readonly ToolWay[] {
  const ofVersion = version === undefined ? toolWays[tool] : waysOfVersion(tool, version)
  const called = ofVersion.filter((way) => words === undefined || way.words.join(' ') === words.join(' '))
  if (called.length === 0) {
    const list = [...new Set(ofVersion.map((way) => way.words.join(' ') || 'none'))].join('; ')
    const text = `no texts of ${tool} ${[...(version === undefined ? [] : [version]), ...(words ?? [])].join(' ')} are made up`
    throw new MemmapsError('usage', text, `ask for one of these options: ${list}`)
  }
  if (dialect === undefined) return called
  const dialects = typeof dialect === 'string' ? [dialect] : dialect
  const written = called.filter((way) => dialects.includes(dialectOf(tool, way)))
  if (written.length > 0) return written
  const list = [...new Set(called.map((way) => dialectOf(tool, way)))].sort().join(', ')
  throw new MemmapsError('usage', `no texts of ${tool} in ${dialects.join(', ')} are made up`, `ask for one of ${list}`)
}

/** The ways of a version; one between two that are known is called as the older one is. */
function waysOfVersion(tool: 'lsof' | 'pmap', version: string): readonly ToolWay[] {
  const [program, number] = partsOf(version)
  const own = toolWays[tool].filter((way) => partsOf(way.version)[0] === program)
  const older = own.filter((way) => compareVersions(partsOf(way.version)[1], number) <= 0)
  const newest = partsOf(own[0]?.version ?? '')[1]
  if (older.length === 0 || number === '' || compareVersions(number, newest) > 0) {
    const list = [...new Set(toolWays[tool].map((way) => way.version))].join(', ')
    throw new MemmapsError(
      'usage',
      `no texts of ${tool} ${version} are made up`,
      `ask for one of ${list}, or one between them`,
    )
  }
  const base = older[0]?.version
  return older.filter((way) => way.version === base).map(({ words }) => ({ version, words }))
}

/** `busybox-` and `1.38.0`; of procps and lsof the number alone. */
function partsOf(version: string): readonly [program: string, number: string] {
  const [, program = '', number = ''] = /^((?:[a-z]+-)?)(\d+(?:\.\d+)+)$/.exec(version) ?? []
  return [program, number]
}

function dialectOf(tool: 'lsof' | 'pmap', { version, words }: ToolWay): string {
  const all = runWords(tool, filledWords(words, '0,'), ['1'])
  return planOf(tool, { version, locale: 'C', words: all, settings: new Uint8Array(0) }).dialect
}
