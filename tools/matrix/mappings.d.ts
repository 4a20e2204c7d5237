import type { Mapping } from './exceptions.js'

/** The mappings of a text, each with the lines that follow its first. */
export function mappingsOf(text: Uint8Array): Mapping[]
