import { EXCEPTIONS } from './exceptions.js'

/** Counts what came of the calls of each tool, and prints what differs at once, the table at the end. */
export class Report {
  #tally
  #excepted = new Map(EXCEPTIONS.map(({ name }) => [name, 0]))
  #contradictions = 0

  /** @param {readonly string[]} tools their names and versions */
  constructor(tools) {
    this.#tally = new Map(tools.map((tool) => [tool, { texts: 0, equal: 0, different: 0, excepted: 0 }]))
  }

  /** @param {string} sentence */
  say(sentence) {
    process.stdout.write(`${sentence}\n`)
  }

  /**
   * @param {import('./inputs.js').Input} input
   * @param {{ key: string, call: { words: string[], locale: string } }} run
   * @param {{ bytes?: string, exception?: string, verdict?: string }} came as `hold` tells it
   */
  add(input, { key, call }, { bytes, exception, verdict }) {
    const counts = this.#tally.get(key)
    const what = `${key} ${call.words.join(' ')} (${call.locale}), ${input.name}`
    counts.texts += 1
    if (verdict !== undefined) {
      this.#contradictions += 1
      this.say(`${what}: ${verdict}`)
    }
    if (bytes !== undefined) {
      counts.different += 1
      this.say(`${what}: ${bytes}`)
    } else if (exception !== undefined) {
      counts.excepted += 1
      this.#excepted.set(exception, this.#excepted.get(exception) + 1)
    } else counts.equal += 1
  }

  /** Prints the table; true where all is equal or excepted, and true together with smaps. */
  end() {
    this.say(row('', 'texts', 'equal', 'different', 'excepted'))
    for (const [tool, { texts, equal, different, excepted }] of this.#tally) {
      this.say(row(tool, texts, equal, different, excepted))
    }
    for (const { name, cause } of EXCEPTIONS) this.say(`exception ${name}, ${this.#excepted.get(name)} texts: ${cause}`)
    const different = [...this.#tally.values()].reduce((sum, counts) => sum + counts.different, 0)
    this.say(`${this.#contradictions} cannot be true together with smaps`)
    this.say(`${different} differ without an exception`)
    return this.#contradictions === 0 && different === 0
  }
}

function row(name, ...cells) {
  return name.padEnd(24) + cells.map((cell) => String(cell).padStart(11)).join('')
}
