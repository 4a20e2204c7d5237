import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { loadCapture } from '../../src/capture/folder.js'
import type { CapturedText } from '../../src/capture/types.js'
import { READINGS } from '../../src/golden/captures.js'
import type { GoldenReading, GoldenView } from '../../src/golden/types.js'
import { readingOf } from './reading.js'
import { refuseUnlessPlain } from './witness.js'

/** What a text of a capture is read as, and how; the latter in the words of a case's `expect`. */
interface TextReading extends GoldenReading {
  readonly adapter: string
  readonly dialect: string
}

/** How the texts are read, as JSON of a line a region. A plain reader that reads one of them otherwise throws, where it is asked. */
export function readingsOf(texts: readonly CapturedText[], { held = false }: { readonly held?: boolean } = {}): string {
  const entries = texts.map((text) => {
    const { adapter, dialect, file, bytes } = text
    const reading = readingOf(adapter, bytes, { dialect, asPrinted: true })
    if (held) refuseUnlessPlain(text, reading)
    return `${JSON.stringify(file)}:${written({ adapter, dialect, ...reading })}`
  })
  return `{"schema":"memmaps.readings/1","texts":{\n${entries.join(',\n')}\n}}\n`
}

/** The readings that lie beside a capture, as text; undefined where there are none. */
export function readReadings(folder: string): string | undefined {
  const path = join(folder, READINGS)
  return existsSync(path) ? gunzipSync(readFileSync(path)).toString() : undefined
}

/** Writes down how a capture's texts are read now; gives the first line that is another one than before, if there is one. */
export function writeReadings(folder: string): Difference | undefined {
  const before = readReadings(folder)
  const now = readingsOf(loadCapture(folder).texts, { held: true })
  const difference = firstDifference(before ?? '', now)
  if (difference !== undefined) writeFileSync(join(folder, READINGS), gzipSync(now, { level: 9 }))
  return before === undefined ? undefined : difference
}

/** A line in which two readings differ. */
export interface Difference {
  /** The file of the text that it is about. */
  readonly text: string | undefined
  readonly before: string | undefined
  readonly now: string | undefined
}

/** The first line in which two readings differ. */
export function firstDifference(before: string, now: string): Difference | undefined {
  if (before === now) return undefined
  const [old, fresh] = [before.split('\n'), now.split('\n')]
  const at = fresh.findIndex((line, index) => line !== old[index])
  const place = at < 0 ? fresh.length : at
  const title = fresh.slice(0, place + 1).findLast((line) => line.includes('":{"adapter":'))
  return { text: title?.slice(1, title.indexOf('":{"adapter":')), before: old[place], now: fresh[place] }
}

function written({ views, ...rest }: TextReading): string {
  return `${JSON.stringify(rest).slice(0, -1)},"views":[${views.map(writtenView).join(',')}]}`
}

function writtenView({ regions, ...rest }: GoldenView): string {
  const lines = regions.map((region) => `\n${JSON.stringify(region)}`)
  return `${JSON.stringify(rest).slice(0, -1)},"regions":[${lines.join(',')}]}`
}
