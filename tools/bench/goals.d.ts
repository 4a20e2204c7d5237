import type { Section } from './section.js'

/** What is promised of the speed, beside what was measured. */
export interface Goal {
  readonly work: string
  readonly goal: string
  readonly measured: string
  readonly floor: string
  readonly verdict: 'met' | 'missed' | 'not measured'
}

/** The goals that these sections are about. */
export function goals(sections: readonly Section[]): Goal[]

/** Whether a goal is about a row of a section. */
export function isNeeded(section: string, row: string): boolean
