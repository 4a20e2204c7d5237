/** A column with room for so many rows, and as many of the old values as fit. */
export function resized(column: Uint32Array, size: number): Uint32Array {
  const other = new Uint32Array(size)
  other.set(column.length > size ? column.subarray(0, size) : column)
  return other
}
