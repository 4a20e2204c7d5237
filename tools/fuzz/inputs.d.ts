import type { Input } from './oracle.js'

export interface CorpusText {
  readonly adapter: string
  readonly dialect: string
  readonly text: Uint8Array
}

export function corpusOf(...sources: readonly Iterable<CorpusText>[]): readonly CorpusText[]
export function inputOf(corpus: readonly CorpusText[], seed: number, number: number): Input
