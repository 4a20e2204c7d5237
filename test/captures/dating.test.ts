import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { loadCapture } from '../../src/capture/folder.js'
import { captureFolders } from '../../src/golden/captures.js'
import { NEWEST_RELEASE } from '../../src/kernel/releases.js'
import { factsOf, viewOf } from '../../src/library/snapshot-views.js'
import { compareVersions } from '../../src/model/version.js'
import { check } from '../../src/ops/check.js'

/** From 6.0 on, every release of Linux in order; how wide an interval is, is counted in them. */
const RELEASES = [19, Number(NEWEST_RELEASE.split('.')[1])].flatMap((last, at) =>
  Array.from({ length: last + 1 }, (_, minor) => `${at + 6}.${minor}`),
)

/** How many releases an interval may hold, on Linux 6 and 7, where smaps has marks. */
const WIDEST = 6

/** Kernels whose smaps has no mark that a later kernel lacks, or none that tells an earlier one, and why. */
const UNMARKED: readonly (readonly [kernel: RegExp, arch: RegExp, why: string])[] = [
  [/^6\.12\./, /^(?!x86)/, 'no [vvar_vclock] is to be had on other machines than x86, and no field changed since 6.6'],
  [
    /^(?:6\.1[3-9]|7\.0)\./,
    /^x86_64$/,
    'from 6.13 to 7.0 the kernel’s own mappings are the same; guard pages alone tell 6.18 and later',
  ],
  [/^[67]\.\d+\.\d+$/, /^x86_64$/, 'user-mode Linux maps no data of the vdso'],
]

interface Dated {
  readonly kernel: string
  readonly arch: string
  readonly width: number
}

const dated: Dated[] = []

describe.each(captureFolders().map(({ name, path }) => [name, path] as const))('%s', (_, path) => {
  const snapshot = loadCapture(path)
  const { kernel = '', arch = '' } = snapshot.host
  const texts = snapshot.texts.filter(({ argv }) => argv === undefined)
  const views = texts.map((text) => viewOf(adapters, snapshot, text))
  const { dating, findings, width } = check(adapters, views, { arch, facts: factsOf(snapshot) })

  test('is dated to an interval that holds its kernel, with the lines that prove it', () => {
    expect(findings.filter(({ code }) => code === 'no-kernel')).toEqual([])
    expect(dating.contradictory).toBe(false)
    if (dating.since !== undefined) expect(compareVersions(dating.since.since, kernel)).toBeLessThanOrEqual(0)
    if (dating.until !== undefined) expect(compareVersions(kernel, dating.until.until)).toBeLessThanOrEqual(0)
    for (const proof of [dating.since, dating.until]) {
      if (proof === undefined || /^no /.test(proof.what)) continue
      expect(lineOf(texts[proof.view]?.bytes, proof.line)).toMatch(shownBy(proof.what))
    }
  })

  const smaps = views.find(({ adapter, table }) => adapter === 'smaps' && table.length > 1)
  test.runIf(smaps !== undefined)('names the width of its kernel', () => {
    expect(width?.bits).toBe(/64|s390x/.test(arch) ? 64 : 32)
  })

  const unmarked = UNMARKED.some(([release, machine]) => release.test(kernel) && machine.test(arch))
  test.runIf(smaps !== undefined && compareVersions(kernel, '6.0') >= 0)(
    `${unmarked ? 'has no marks for an interval' : 'is dated to an interval'} of at most ${WIDEST} releases`,
    () => {
      const from = RELEASES.indexOf(dating.since?.since ?? '')
      const to = RELEASES.indexOf(dating.until?.until ?? NEWEST_RELEASE)
      expect(from).toBeGreaterThanOrEqual(0)
      dated.push({ kernel, arch, width: to - from + 1 })
      if (!unmarked) expect(to - from + 1).toBeLessThanOrEqual(WIDEST)
    },
  )
})

test('each kernel that is said to have no marks has none', () => {
  for (const [kernel, arch, why] of UNMARKED) {
    const wide = dated.filter((one) => kernel.test(one.kernel) && arch.test(one.arch) && one.width > WIDEST)
    expect([why, wide.length > 0]).toEqual([why, true])
  }
})

function lineOf(bytes: Uint8Array | undefined, line: number): string {
  return (
    Buffer.from(bytes ?? [])
      .toString('latin1')
      .split('\n')[line - 1] ?? ''
  )
}

/** What the line of a proof must hold. */
function shownBy(what: string): RegExp {
  const [, counter] = /^the (?:counter|spacing of) (\w+)/.exec(what) ?? []
  if (counter !== undefined) return new RegExp(`^${counter}:`)
  const [, flag] = /^the flag (\w+)/.exec(what) ?? []
  if (flag !== undefined) return new RegExp(`^VmFlags: .*\\b${flag} `)
  if (/ with(?:out)? (?:pf|io|mm|me|dc)\b/.test(what)) return /^VmFlags: /
  const [name] = /\[\w+\]/.exec(what) ?? []
  return name === undefined ? /./ : new RegExp(name.replace(/[[\]]/g, '\\$&'))
}
