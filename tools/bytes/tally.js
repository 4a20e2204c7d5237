import { columns } from '../../dist/src/cli/text-columns.js'

/** What can come of a run. */
const OUTCOMES = ['equal', 'different', 'moved', 'ended']

/** Counts what came of the runs, by mode. */
export class Tally {
  /** @type {Map<string, Record<string, number>>} */
  #modes = new Map()

  /**
   * @param {string} mode
   * @param {string} came
   */
  add(mode, came) {
    const counts = this.#modes.get(mode) ?? { equal: 0, different: 0, moved: 0, ended: 0 }
    counts[came] += 1
    this.#modes.set(mode, counts)
  }

  /** All modes together. */
  get sum() {
    const sum = { runs: 0, equal: 0, different: 0, moved: 0, ended: 0 }
    for (const counts of this.#modes.values()) {
      for (const outcome of OUTCOMES) {
        sum[outcome] += counts[outcome]
        sum.runs += counts[outcome]
      }
    }
    return sum
  }

  /** The counts of each mode, by its name. */
  get modes() {
    return Object.fromEntries(this.#modes)
  }

  /** A row for each mode, for people. */
  toString() {
    const rows = [...this.#modes].map(([mode, counts]) => [mode, ...OUTCOMES.map((outcome) => String(counts[outcome]))])
    return columns([['', ...OUTCOMES], ...rows], ['left', ...OUTCOMES.map(() => 'right')]).join('\n')
  }
}
