import type { LineCounts } from '../../src/adapter.js'

/** What is written beside a golden text. */
export interface About {
  readonly source: 'captured' | 'hand-made' | 'damaged'
  /** What is to be seen in it, as a sentence. */
  readonly about: string
  readonly kernel?: string
  readonly arch?: string
  readonly tool?: string
  readonly version?: string
  /** What the text shows; each is explained in golden/flags.json. */
  readonly flags: readonly string[]
  /** The dialect to read it as, where it is not the default. */
  readonly dialect?: string
  readonly expect?: Reading
}

/** How a text is read. */
export interface Reading {
  /** What became of its lines, by view. */
  readonly lines: readonly LineCounts[]
  readonly diagnostics: readonly { code: string; line: number; column: number; field?: string }[]
  /** Canonical JSON: of a text that has something wrong with it, what can be read of it all the same. */
  readonly views: readonly object[]
}

/** A golden text. */
export interface Case {
  readonly adapter: string
  readonly kind: 'valid' | 'invalid' | 'either'
  readonly name: string
  readonly path: string
  readonly text: Uint8Array
  readonly about: About | undefined
}

/** What golden tests need of a capture.json. */
export interface Manifest {
  readonly views: readonly { readonly adapter: string; readonly dialect: string; readonly file: string }[]
  readonly files?: readonly string[]
}

/** A capture in the golden folder. */
export interface Capture {
  /** Path of its folder below golden/. */
  readonly name: string
  readonly path: string
  readonly manifest: Manifest
}

/** Reads a text as the adapter of that name does. */
export type Read = (adapter: string, text: Uint8Array, options: { readonly dialect?: string }) => Reading

export const KINDS: readonly string[]
export const SOURCES: readonly string[]
export function findCases(root: string): Case[]
export function findCaptures(root: string): Capture[]
export function unreached(root: string): string[]
export function capturedFiles(manifest: Manifest): string[]
export function readCase(read: Read, one: Case): Reading
export function describe(about: object): string
