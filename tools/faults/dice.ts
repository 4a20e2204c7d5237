import fc from 'fast-check'

const NUMBERS = fc.array(fc.noBias(fc.nat(0x3fffffff)), { minLength: 24, maxLength: 24 })

/** Numbers drawn from a seed, so that what they decide can be decided again. */
export class Dice {
  readonly #numbers: readonly number[]
  #at = 0

  constructor(seed: number) {
    this.#numbers = fc.sample(NUMBERS, { seed, numRuns: 1 })[0] as number[]
  }

  /** A number from 0 up to, not including, `below`; 0 where there is none. */
  below(below: number): number {
    const number = this.#numbers[this.#at++ % this.#numbers.length] as number
    return below <= 0 ? 0 : number % below
  }

  /** One of several. */
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T
  }
}
