import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { looksLike, shownCommands } from '../tools/readme/blocks.js'
import { runInBash } from '../tools/readme/shell.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(`${ROOT}/README.md`, 'utf8')
const shown = shownCommands(page)
const hasJq = spawnSync('jq', ['--version']).status === 0

// `npm test` has built the command; a run of vitest alone may come before.
describe.skipIf(!existsSync(`${ROOT}/dist/src/cli/main.js`))('a newcomer who follows README.md', () => {
  const runs = runInBash(shown.map(({ command }) => command))

  test('has commands to follow', () => {
    expect(shown.length).toBeGreaterThan(10)
  })

  for (const [index, one] of shown.entries()) {
    const run = runs[index]!
    test.skipIf(one.command.includes('| jq') && !hasJq)(one.command, () => {
      expect(run.status).toBeLessThan(2)
      if (!looksLike(one, run.output)) expect(run.output).toBe(one.output)
    })
  }
})

test('every file that it links to is there', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link as string)
  expect(links.filter((link) => !existsSync(`${ROOT}/${link}`))).toEqual([])
})

describe('what a page shows', () => {
  test('is of the same shape with other numbers', () => {
    const output = '7f31c8a00000  12 KiB  r-xp'
    expect(looksLike({ command: 'show', output }, '55e9b7394000  1.5 MiB  r-xp')).toBe(true)
    expect(looksLike({ command: 'show', output }, '55e9b7394000  1.5 MiB  rwxp')).toBe(false)
  })

  test('may leave lines out', () => {
    const output = 'first\n…\nlast'
    expect(looksLike({ command: 'show', output }, 'first\na\nb\nlast')).toBe(true)
    expect(looksLike({ command: 'show', output }, 'first\na\nb')).toBe(false)
  })

  test('ends alike where the process is another on every machine', () => {
    const shown = { command: 'memmaps check $$', output: '43 regions\nall laws hold' }
    expect(looksLike(shown, '44 regions, and more\nall laws hold')).toBe(true)
    expect(looksLike(shown, '43 regions\nbroken: overlap 1')).toBe(false)
  })
})
