import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { Toolbox } from '../../../src/capture/toolbox.js'
import { imitateLive } from '../../../src/library/imitate.js'
import { isRoot, startPerl } from '../capture/children.js'

const version = await new Toolbox({}, {}).version('pmap')

/** A user who may read nobody's memory. */
const NOBODY = 65534

/** What pmap and we print as nobody. */
async function both(words: readonly string[]): Promise<readonly [real: unknown, ours: unknown]> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C' }
  const real = spawnSync('pmap', words, { env, uid: NOBODY, gid: NOBODY })
  process.seteuid?.(NOBODY)
  try {
    const { stdout, stderr, exit } = await imitateLive(adapters, 'pmap', {
      words,
      version: version as string,
      locale: 'C',
    })
    const ours = [Buffer.concat([...stdout]).toString(), Buffer.from(stderr).toString(), exit]
    return [[String(real.stdout), String(real.stderr), real.status], ours]
  } finally {
    process.seteuid?.(0)
  }
}

describe.skipIf(version === undefined || !isRoot || !existsSync('/proc/2'))('processes without mappings to see', () => {
  for (const mode of ['', '-x', '-d', '-X', '-XX', '-q', '-xq', '-Xq']) {
    test(`pmap ${mode}: a zombie, a thread of the kernel, one of another user and none`, async () => {
      const { said } = await startPerl('my $p = fork; exit 0 if !$p; select(undef, undef, undef, 0.2); print "$p "')
      const zombie = String(Number.parseInt(said, 10))
      const alive = await startPerl('')
      const option = mode === '' ? [] : [mode]
      for (const pids of [['2'], [alive.pid], [zombie], ['2', zombie, alive.pid, 999999]]) {
        const [real, ours] = await both([...option, ...pids.map(String)])
        expect(ours).toEqual(real)
      }
      expect(((await both([...option, String(alive.pid), '999999']))[0] as unknown[])[2]).toBe(43)
    })
  }
})
