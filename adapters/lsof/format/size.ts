const UNITS = 'BKMGTPE'

/** A size in bytes as `-H` (since lsof 4.98) prints it: `0B`, `7.9K`. */
export function humanSize(size: bigint): string {
  let rest = Number(size)
  let unit = 0
  while (rest >= 1024 && unit < UNITS.length - 1) {
    rest /= 1024
    unit += 1
  }
  return unit === 0 ? `${size}B` : `${rest.toFixed(1)}${UNITS[unit]}`
}
