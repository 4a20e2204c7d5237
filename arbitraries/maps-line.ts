import type { KernelRegion } from './region.js'

/** One line of maps: the format string of the kernel's `show_map_vma`, then the name in column 25 + 6 × word size. */
export function mapsLine(region: KernelRegion, bits: 32 | 64): Uint8Array {
  const hex = (value: bigint | number, width: number): string => value.toString(16).padStart(width, '0')
  const { start, end, perms, offset, major, minor, inode, pathname } = region
  const prefix = `${hex(start, 8)}-${hex(end, 8)} ${perms} ${hex(offset, 8)} ${hex(major, 2)}:${hex(minor, 2)} ${inode} `
  if (pathname.length === 0) return Buffer.from(`${prefix}\n`)
  const column = 25 + (6 * bits) / 8
  const padding = ' '.repeat(Math.max(1, column - prefix.length))
  return Buffer.concat([Buffer.from(prefix + padding), pathname, Buffer.from('\n')])
}
