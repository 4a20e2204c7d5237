import type { Device } from './device.js'

/** Devices kept once each and known by a small number; number 0 is `0:0`. */
export class Devices {
  /** Every device, at the place of its number. */
  readonly list: Device[] = [{ major: 0, minor: 0 }]
  readonly #numbers: Map<string, number> = new Map([['0:0', 0]])
  #lastMajor = 0
  #lastMinor = 0
  #last = 0

  /** The number of a device, which is kept when it is new. */
  number(major: number, minor: number): number {
    // Memory without a file stands between the files, which are on few devices.
    if (major === 0 && minor === 0) return 0
    if (major !== this.#lastMajor || minor !== this.#lastMinor) this.#find(major, minor)
    return this.#last
  }

  #find(major: number, minor: number): void {
    const key = `${major}:${minor}`
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.list.length
      this.list.push({ major, minor })
      this.#numbers.set(key, number)
    }
    this.#lastMajor = major
    this.#lastMinor = minor
    this.#last = number
  }
}
