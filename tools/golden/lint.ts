import { join } from 'node:path'
import { captureFolders } from '../../src/golden/captures.js'
import { type CasePlace, caseAt, casePlaces, goldenFlags } from '../../src/golden/cases.js'
import { readJson } from '../../src/golden/folder.js'
import type { GoldenCase } from '../../src/golden/types.js'
import { unreached } from './cases.js'

/** Where a text may come from. */
const SOURCES = ['captured', 'hand-made', 'damaged']

/** What is wrong with a corpus itself, as sentences. */
export function lint(root: string): readonly string[] {
  const faults = unreached(root).map((path) => `${path}: no case and no capture reaches this file`)
  const flags = goldenFlags(root)
  const used = new Set<string>()
  const use = (place: string, names: readonly string[]): void => {
    for (const flag of names) {
      used.add(flag)
      if (!(flag in flags)) faults.push(`${place}: flags.json does not explain ${flag}`)
    }
  }
  for (const place of casePlaces({ folder: root })) {
    const one = caseOrFault(place)
    if (typeof one === 'string') {
      faults.push(one)
      continue
    }
    faults.push(...faultsOf(one).map((fault) => `${one.id}: ${fault}`))
    use(one.id, one.flags)
  }
  const manifest = readJson(join(root, 'captures', 'manifest.json')) as Readonly<Record<string, { flags: string[] }>>
  const folders = new Set(captureFolders(join(root, 'captures')).map(({ name }) => name.split('/')[0] as string))
  for (const [folder, about] of Object.entries(manifest)) {
    if (!folders.has(folder)) faults.push(`captures/manifest.json: there is no ${folder}`)
    use(`captures/${folder}`, about.flags)
  }
  for (const folder of folders)
    if (!(folder in manifest)) faults.push(`captures/${folder}: captures/manifest.json says nothing of it`)
  for (const flag of Object.keys(flags)) if (!used.has(flag)) faults.push(`flags.json: no case has the flag ${flag}`)
  return faults
}

/** The case, or why there is none: nothing beside its text, or no JSON. */
function caseOrFault(place: CasePlace): GoldenCase | string {
  try {
    return caseAt(place)
  } catch (error) {
    return `${place.adapter}/${place.kind}/${place.name}: ${(error as Error).message}`
  }
}

function faultsOf({ name, kind, source, about, kernel, expected }: GoldenCase): readonly string[] {
  const faults: (readonly [isWrong: boolean, fault: string])[] = [
    [!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name), 'a case’s name is lower-case words with dashes'],
    [!SOURCES.includes(source), `source is one of ${SOURCES.join(', ')}`],
    [typeof about !== 'string' || about === '', 'about says nothing'],
    [source === 'captured' && kernel === undefined, 'captured, but of which kernel?'],
    [kind === 'either' && expected !== undefined, 'either has nothing to expect'],
    [kind !== 'either' && expected?.views === undefined, 'expect.views is missing; accept writes it'],
    [kind === 'invalid' && expected?.diagnostics?.length === 0, 'nothing is found wrong with it'],
  ]
  return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault)
}
