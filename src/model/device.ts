/** The device of a file system as `major:minor`; `0:0` when nothing is mapped but memory. */
export interface Device {
  readonly major: number
  readonly minor: number
}

/** Splits a 64-bit `dev_t` as glibc makes it (`lsof -F D0x…`): minor bits 0–7 and 20–43, major bits 8–19 and 44–63. */
export function deviceFromNumber(number: bigint): Device {
  return {
    major: Number(((number >> 8n) & 0xfffn) | ((number >> 32n) & 0xfffff000n)),
    minor: Number((number & 0xffn) | ((number >> 12n) & 0xffffff00n)),
  }
}

/** True when both name the same device. */
export function sameDevice(a: Device, b: Device): boolean {
  return a.major === b.major && a.minor === b.minor
}
