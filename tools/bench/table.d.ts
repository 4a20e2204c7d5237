import type { Section } from './section.js'

/** A section as a table for people. */
export function sectionText(section: Section): string
