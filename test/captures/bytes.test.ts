import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { loadCapture } from '../../src/capture/folder.js'
import { captureFolders } from '../../src/golden/captures.js'
import { type BytesResult, compareBytes } from '../../src/library/compare-bytes.js'
import { BYTE_EXCEPTIONS } from './byte-exceptions.js'

/** How many in a hundred texts may be excused. */
const MOST = 2

const captures = captureFolders().map(({ name, path }) => ({ capture: name.slice('captures/'.length), path }))
/** How many texts were held against the bytes that were predicted, and how many of them are excused. */
const seen = { texts: 0, excused: 0 }

const latin1 = (bytes: Uint8Array | undefined): string => (bytes && Buffer.from(bytes).toString('latin1')) ?? 'nothing'

/** A text that is not as it should be, with what is needed to see why. */
function told({ name, verdict, difference, because, exits }: BytesResult): string {
  const why = because.map(({ code, sentence }) => `${code}: ${sentence}`)
  const { line, predicted, real } = difference ?? {}
  return `${name} ${verdict} ${why}, exit ${exits}, line ${line}\n${latin1(predicted)}\n${latin1(real)}`
}

describe('what lsof and pmap printed of a process is made again from its capture, byte for byte, or it is listed why not', () => {
  test.each(captures)('$capture', ({ capture, path }) => {
    const { results } = compareBytes(adapters, loadCapture(path))
    const codeOf = ({ name }: BytesResult): string | undefined =>
      BYTE_EXCEPTIONS.find(({ texts }) => texts.some((text) => text.test(`${capture} ${name}`)))?.code
    const wrong = results.filter((result) => {
      const { verdict, because } = result
      return (verdict === 'equal' ? undefined : (because[0]?.code ?? verdict)) !== codeOf(result)
    })
    expect(wrong.map(told)).toEqual([])
    seen.texts += results.length
    seen.excused += results.filter((result) => codeOf(result) !== undefined).length
  })

  test(`at most ${MOST} in a hundred are excused`, () => {
    expect(seen.texts).toBeGreaterThan(0)
    expect(`${seen.excused} of ${seen.texts}`).toSatisfy(() => seen.excused * 100 <= seen.texts * MOST)
  })

  test('every exception is of some text', () => {
    const names = captures.flatMap(({ capture, path }) =>
      loadCapture(path).texts.flatMap(({ adapter, dialect, file }) => [
        `${capture} ${adapter}:${dialect}`,
        `${capture} ${file}`,
      ]),
    )
    const idle = BYTE_EXCEPTIONS.flatMap(({ texts }) => texts).filter((text) => !names.some((name) => text.test(name)))
    expect(idle).toEqual([])
  })
})
