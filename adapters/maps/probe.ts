import type { MappingRows } from '../../src/model/mapping-rows.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { MapsParser, type MapsSink } from './parser.js'

/** How a line below a header of smaps begins. */
export const LABEL: RegExp = /^[A-Z][A-Za-z_]*:[ \t]/

/** What the lines at the head of a text are when they are read as maps. */
export interface Probed {
  readonly dialect: string
  /** Lines that begin a region. */
  readonly regions: number
  /** Those of them that no dialect prints so. */
  readonly odd: number
  /** Lines that are nothing of the kind. */
  readonly rejected: number
}

/** Reads whole lines, given as latin-1, as maps, and keeps nothing of them but this. */
export function probe(lines: readonly string[]): Probed {
  const sink = new Counter()
  const parser = new MapsParser(sink)
  for (const line of lines) {
    const bytes = Uint8Array.from(line, (character) => character.charCodeAt(0))
    parser.line(bytes, 0, bytes.length)
  }
  return { dialect: parser.dialect, regions: sink.length, odd: sink.odd, rejected: sink.rejected }
}

/** How many lines the first region of a text takes: more than one only where its name goes on in the next line. */
export function linesOfFirst(lines: readonly string[]): number {
  let count = 1
  while (count < lines.length && !LABEL.test(lines[count] as string)) {
    const { regions, rejected } = probe(lines.slice(0, count + 1))
    if (regions !== 1 || rejected > 0) break
    count++
  }
  return count
}

/** A sink that counts. */
class Counter implements MapsSink {
  length = 0
  odd = 0
  rejected = 0

  region(): void {
    this.length += 1
  }

  mappings({ count }: MappingRows): void {
    this.length += count
  }

  reject(): void {
    this.rejected += 1
  }

  report(code: DiagnosticCode): void {
    if (code === 'odd-spacing') this.odd += 1
  }

  part(): void {}
  bigint(): void {}
  perms(): void {}
  device(): void {}
  pathname(): void {}
  extra(): void {}
  dialect(): void {}
}
