import { describe, expect, test } from 'vitest'
import { runDecoder } from '../../../src/validate/run-decoder.js'
import { aCase } from './a-case.js'

const MIB = 1024 * 1024
const LIMITS = { time: 20_000, memory: 512 * MIB }

function node(code: string, limits = LIMITS) {
  return runDecoder({ file: process.execPath, words: ['-e', code] }, aCase(), limits)
}

describe('a decoder', () => {
  test('is given the text, and told what it is', async () => {
    const reply = await node(
      'process.stdin.pipe(process.stdout); process.stdin.on("end", () => console.log(process.env.MEMMAPS_ADAPTER, process.env.MEMMAPS_DIALECT))',
    )
    expect(reply).toMatchObject({ ended: 'answered', stderr: '' })
    expect(reply.ended === 'answered' && Buffer.from(reply.stdout).toString()).toBe(
      '1000-2000 r--p 00000000 08:01 7 /a\nmaps 64bit\n',
    )
  })

  test('may end without reading a long text', async () => {
    const one = aCase({ text: Buffer.alloc(8 * MIB, 'x') })
    expect((await runDecoder({ file: 'true', words: [] }, one, LIMITS)).ended).toBe('answered')
  })

  test.each([
    ['refuses by status 1', 'console.error("bad line"); process.exit(1)', { ended: 'refused', stderr: 'bad line' }],
    ['crashes by another status', 'process.exit(101)', { ended: 'crashed', how: 'status' }],
    ['crashes by a signal', 'process.kill(process.pid, "SIGSEGV")', { ended: 'crashed', how: 'signal' }],
  ])('%s', async (_, code, expected) => {
    expect(await node(code)).toMatchObject(expected)
  })

  test('that is not there cannot be started', async () => {
    const reply = runDecoder({ file: 'no-such-decoder', words: [] }, aCase(), LIMITS)
    await expect(reply).rejects.toThrow('no-such-decoder cannot be started')
  })

  test('that hangs is stopped', async () => {
    expect(await node('setInterval(() => {}, 1000)', { ...LIMITS, time: 300 })).toMatchObject({ how: 'time' })
  })

  test('that heeds no signal is stopped', async () => {
    const code = 'process.on("SIGTERM", () => {}); process.on("SIGINT", () => {}); setInterval(() => {}, 1000)'
    expect(await node(code, { ...LIMITS, time: 300 })).toMatchObject({ how: 'time' })
  })

  test('that leaves a child behind with its stdout ends, and its child too', async () => {
    const begun = performance.now()
    const reply = await runDecoder({ file: 'sh', words: ['-c', 'sleep 600 & echo []'] }, aCase(), LIMITS)
    expect(reply).toMatchObject({ ended: 'answered' })
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test.runIf(process.platform === 'linux')('that eats memory, or whose child does, is stopped', async () => {
    const eat = 'const all = []; for (;;) all.push(Buffer.alloc(1 << 22, 1))'
    expect(await node(eat, { ...LIMITS, memory: 256 * MIB })).toMatchObject({ how: 'memory' })
    const words = ['-c', `"$0" -e "${eat}"; true`, process.execPath]
    const reply = await runDecoder({ file: 'sh', words }, aCase(), { ...LIMITS, memory: 256 * MIB })
    expect(reply).toMatchObject({ how: 'memory' })
  })

  test('that prints without end is stopped', async () => {
    expect(await runDecoder({ file: 'yes', words: [] }, aCase(), LIMITS)).toMatchObject({ how: 'output' })
  })
})
