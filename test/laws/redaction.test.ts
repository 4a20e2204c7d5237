import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { loadCapture } from '../../src/capture/folder.js'
import { manifestOf } from '../../src/capture/manifest.js'
import { redactSnapshot } from '../../src/capture/redact.js'
import { takeSnapshot } from '../../src/capture/snapshot.js'
import type { Snapshot } from '../../src/capture/types.js'
import { captureFolders } from '../../src/golden/captures.js'
import { redactedSnapshot } from '../../src/library/redacted-snapshot.js'
import { allViewRequests, pathsOf, viewOf } from '../../src/library/snapshot-views.js'
import { sampled } from '../captures/sample.js'
import { scratch, start } from '../src/capture/children.js'

/** A token may by chance be some other word; one that is left under every key was not replaced. */
const KEYS = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte))

/** The words of three letters and more, of any script; escapes of lsof are taken apart. */
function words(text: string): Set<string> {
  return new Set(text.replace(/\\(?:x[0-9a-f]{2}|012|[bfnrt])/g, ' ').match(/\p{L}{3,}/gu) ?? [])
}

/**
 * Words of the formats, of `capture.json`, of tools and of the kernel's own names. The specimens have names made of these,
 * to mislead parsers.
 */
const STRUCTURE = words(
  `adapter anon anon_hugepage arch argv attempts captured cmdline code command deleted dev device dialect drm err
  exe exit fields file frozen heap host io_uring kernel kind links lsof major maps mem memfd minor mm mode moved name
  object page path pathname perf_event pgid pid pmap ppid problems proc process rdev redacted schema secretmem shm
  shmid size smaps socket stack startStack startTime state stats stderr table text tools txt uid user uprobes vdso
  version views vsyscall vvar zero aio inode REG CHR SYSV SYSVdeadbeef Rss rollup status
  riscv locale locks tasks tid comm access whole sysvDevice statBefore before
  mpx dmabuf bpf map sigpage vectors shmem shared private memmaps mapped NAME vclock
  read write stat such directory busybox powerpc`,
)

/** Three letters or four that a number in hexadecimal may have by chance. */
const HEX = /^[a-f]{3,4}$/

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Everything that is written to the folder. */
function written(snapshot: Snapshot): string {
  return [manifestOf(snapshot), ...snapshot.texts.map(({ bytes }) => text(bytes))].join('\n')
}

/** The words that people chose, as the readers of the texts and the facts tell them. */
function secrets(snapshot: Snapshot): Set<string> {
  const { command, cmdline, user, exe } = snapshot.process
  const said = [command, user, exe?.pathname, cmdline && text(cmdline)]
  for (const { path } of snapshot.stats)
    if (!path.startsWith('map_files/')) said.push(text(Buffer.from(path, 'latin1')))
  for (const one of snapshot.texts) {
    const { table, process: of } = viewOf(adapters, snapshot, one)
    for (let row = 0; row < table.length; row++) said.push(table.pathname(row))
    said.push(of?.command, of?.user, of?.cmdline && text(of.cmdline))
  }
  return words(said.join('\n'))
}

/** Where the lines of a text end. */
function newlines(bytes: Uint8Array): string {
  const found: number[] = []
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) found.push(at)
  return found.join(' ')
}

function holds(original: Snapshot): void {
  // Throws when the views do not compare as they did.
  const { snapshot } = redactedSnapshot(adapters, original)

  const leftIn = (chosen: Iterable<string>, redacted: Snapshot): string[] => {
    const seen = words(written(redacted))
    return [...chosen].filter((word) => seen.has(word) && !STRUCTURE.has(word) && !HEX.test(word))
  }
  let left = leftIn(secrets(original), snapshot)
  for (const key of KEYS) {
    if (left.length > 0) left = leftIn(left, redactSnapshot(adapters, original, key).snapshot)
  }
  expect(left.join(' ')).toBe('')

  expect(snapshot.problems.map(({ view, code }) => [view, code])).toEqual(
    original.problems.map(({ view, code }) => [view, code]),
  )
  for (const [index, { bytes, file }] of original.texts.entries()) {
    const token = snapshot.texts[index]
    expect([file, token?.bytes.length]).toEqual([file, bytes.length])
    expect(newlines(token?.bytes ?? bytes)).toEqual(newlines(bytes))
  }
  expect(snapshot.stats.map(({ path: _, ...stat }) => stat)).toEqual(original.stats.map(({ path: _, ...stat }) => stat))
}

describe('a redacted capture compares as before, and no word of a name, a command or a user is left', () => {
  test.each(sampled(captureFolders()).map(({ name, path }) => [name, path]))('%s', (_, path) => {
    holds(loadCapture(path as string))
  })

  test('of live processes', async () => {
    const { pid } = await start('perl', ['tools/specimen.pl', join(scratch(), 'files')])
    for (const each of [pid, process.pid]) {
      holds(
        await takeSnapshot(each, {
          views: allViewRequests(adapters),
          pathsOf: pathsOf(adapters),
          freeze: each === pid,
        }),
      )
    }
  })
})
