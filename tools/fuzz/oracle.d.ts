import type { Adapter, View } from '../../src/adapter.js'

/** What the oracle needs of memmaps: built, or from source. */
export interface Library {
  readonly adapters: readonly Adapter[]
  readonly detect: typeof import('../../src/ops/detect.js').detect
  readonly parse: typeof import('../../src/ops/parse.js').parse
  readonly format: (adapter: Adapter, views: readonly View[]) => Iterable<Uint8Array>
  readonly explain: typeof import('../../src/report/wording.js').explain
}

export interface Input {
  readonly bytes: Uint8Array
  readonly how: string
  readonly adapter?: string
  readonly dialect?: string
}

export function use(library: Library, input: Input): string
