import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import { isBuilt } from './built.js'
import { folderOf } from './golden-manifest.js'
import { GUESTS } from './matrix.js'
import { GOLDEN, LOCK } from './places.js'

/** A table of the guests: where they come from, which packages they were last made of, and whether they have captures. */
export function listGuests(): string {
  const table = new Table({
    head: ['guest', 'suite', 'tools', 'architecture', 'kernel package', 'captures', 'built'],
    style: { head: [], border: [] },
  })
  const locks = existsSync(LOCK) ? JSON.parse(readFileSync(LOCK, 'utf8')) : {}
  for (const { name, suite, tools, architecture } of GUESTS) {
    const kernel = Object.keys(locks[name] ?? {}).find((one) => /^(?:linux-(?:image|source)|user-mode)/.test(one))
    const captures = join(GOLDEN, folderOf(name) ?? name)
    const count = existsSync(captures) ? readdirSync(captures).length : 0
    table.push([
      name,
      suite,
      tools,
      architecture,
      kernel ?? '–',
      count === 0 ? '–' : String(count),
      isBuilt(name) ? 'yes' : '–',
    ])
  }
  return `${table.toString()}\n`
}
