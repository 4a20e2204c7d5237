import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { Toolbox } from '../../../src/capture/toolbox.js'
import { imitateLive } from '../../../src/library/imitate.js'
import { startPerl } from '../capture/children.js'
import { withoutSharing } from './without-sharing.js'

const toolbox = new Toolbox({}, {})
const VERSIONS: Readonly<Record<string, string | undefined>> = {
  lsof: toolbox.version('lsof'),
  pmap: toolbox.version('pmap'),
}

/** How often two readings of counters are tried to be of one moment. */
const LOOKS = 20

const SELECT = ['-nP', '-a', '-p', 'PID', '-d']

const RUNS: readonly (readonly [tool: string, ...words: string[]])[] = [
  ['lsof', ...SELECT, 'mem'],
  ['lsof', ...SELECT, 'mem,txt,DEL'],
  ['lsof', ...SELECT, 'txt', '+L', '-R', '-g'],
  ['lsof', ...SELECT, 'mem', '-l', '+c', '15'],
  ['lsof', ...SELECT, 'mem', '-o'],
  ['lsof', ...SELECT, 'mem', '-s'],
  ['lsof', ...SELECT, 'mem,txt,DEL', '-F'],
  ['lsof', ...SELECT, 'mem,txt,DEL', '-F0'],
  ['lsof', ...SELECT, 'mem,txt,DEL', '-F0pcuLRgftDrisklan'],
  ['lsof', ...SELECT, 'mem', '+fg'],
  ['lsof', ...SELECT, 'mem', '-t'],
  ['lsof', ...SELECT, 'mem', '-K'],
  ['lsof', ...SELECT, 'mem', '-c', '/^A B/i', '-u', '0', '-g', '-S', '1'],
  ['lsof', ...SELECT, 'mem', '-c', '^nosuch'],
  ['lsof', ...SELECT, 'mem', '-u', '^0'],
  ['lsof', '-q', '-p', 'x', '-d', '1-', '-os'],
  ['lsof', '-F', '?'],
  ['lsof', '-h'],
  ['lsof', '-V', '-a', '-p', 'PID,999999', '-c', '^nosuch', '-d', 'mem'],
  ['lsof', '-nP', '-a', '-p', 'PID,999999', '-d', 'mem'],
  ['lsof', '-nP', '-a', '-p', '999999', '-d', 'mem'],
  ...['', '-x', '-d', '-X', '-XX', '-p', '-q', '-xp', '-dp', '-Xp', '-XXp', '-xq', '-dq', '-Xq', '-XXq'].map(
    (option): [string, ...string[]] => ['pmap', ...(option === '' ? [] : [option]), 'PID'],
  ),
  ['pmap', '-A', '7f0000000000,', 'PID'],
  ['pmap', '-x', '-A', '7f0000000000,', 'PID'],
  ['pmap', '-x', 'PID', 'PID'],
  ['pmap', '-X', 'PID', 'PID'],
  ['pmap', 'PID', '999999'],
  ['pmap', '999999'],
]

describe.each(['C', 'UTF-8'] as const)('in a locale of %s', (locale) => {
  for (const [tool, ...words] of RUNS) {
    const version = VERSIONS[tool]
    test.skipIf(version === undefined)(`${tool} ${words.join(' ')}: the bytes and the status of the tool`, async () => {
      const { pid } = await startPerl('$0 = "a b\\tc"')
      const all = words.map((word) => word.replace('PID', String(pid)))
      const env = { PATH: process.env.PATH, LC_ALL: locale === 'C' ? 'C' : 'C.UTF-8' }
      const both = async () => {
        const real = spawnSync(tool, all, { env })
        const { stdout, stderr, exit } = await imitateLive(adapters, tool, {
          words: all,
          version: version as string,
          locale,
        })
        const shown = (text: Uint8Array): string => {
          const whole = Buffer.from(text).toString()
          return words.some((word) => word.startsWith('-X')) ? withoutSharing(whole, words) : whole
        }
        return {
          real: [shown(real.stdout), String(real.stderr), real.status],
          ours: [shown(Buffer.concat([...stdout])), Buffer.from(stderr).toString(), exit],
        }
      }
      let { real, ours } = await both()
      // Counters change while other processes come and go that map the same files.
      for (let look = 0; look < LOOKS && real[0] !== ours[0]; look++) ({ real, ours } = await both())
      expect(ours).toEqual(real)
    })
  }
})
