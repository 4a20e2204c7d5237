import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCaptures, findCases, KINDS, SOURCES, unreached } from './cases.js'

/**
 * What is wrong with the golden folder itself, as sentences.
 * @param {string} root
 * @returns {string[]}
 */
export function lint(root) {
  const faults = unreached(root).map((path) => `${path}: no case and no capture reaches this file`)
  const flags = JSON.parse(readFileSync(join(root, 'flags.json'), 'utf8'))
  const used = new Set()
  for (const { adapter, kind, name, about } of findCases(root)) {
    const place = `${adapter}/${kind}/${name}`
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) faults.push(`${place}: a case's name is lower-case words with dashes`)
    if (!KINDS.includes(kind)) faults.push(`${place}: the kind is one of ${KINDS.join(', ')}`)
    if (about === undefined) {
      faults.push(`${place}: there is no ${name}.json beside it`)
      continue
    }
    if (!SOURCES.includes(about.source)) faults.push(`${place}: source is one of ${SOURCES.join(', ')}`)
    if (typeof about.about !== 'string' || about.about === '') faults.push(`${place}: about says nothing`)
    if (about.source === 'captured' && about.kernel === undefined)
      faults.push(`${place}: captured, but of which kernel?`)
    for (const flag of about.flags ?? []) {
      used.add(flag)
      if (!(flag in flags)) faults.push(`${place}: flags.json does not explain ${flag}`)
    }
    if (kind === 'either' && about.expect !== undefined) faults.push(`${place}: either has nothing to expect`)
    if (kind !== 'either' && about.expect?.views === undefined)
      faults.push(`${place}: expect.views is missing; accept writes it`)
    const errors = about.expect?.diagnostics ?? []
    if (kind === 'invalid' && about.expect !== undefined && errors.length === 0)
      faults.push(`${place}: nothing is found wrong with it`)
  }
  const manifest = JSON.parse(readFileSync(join(root, 'captures', 'manifest.json'), 'utf8'))
  const folders = new Set(findCaptures(root).map(({ name }) => name.split('/')[1]))
  for (const [folder, about] of Object.entries(manifest)) {
    if (!folders.has(folder)) faults.push(`captures/manifest.json: there is no ${folder}`)
    for (const flag of about.flags) {
      used.add(flag)
      if (!(flag in flags)) faults.push(`captures/${folder}: flags.json does not explain ${flag}`)
    }
  }
  for (const folder of folders)
    if (!(folder in manifest)) faults.push(`captures/${folder}: captures/manifest.json says nothing of it`)
  for (const flag of Object.keys(flags)) if (!used.has(flag)) faults.push(`flags.json: no case has the flag ${flag}`)
  return faults
}
