const NEWLINE = 0x0a

/** True when the lines of smaps that name a mapping are, byte for byte, those of maps: then the two are of one moment. */
export function sameMappings(maps: Uint8Array, smaps: Uint8Array): boolean {
  const [list, records] = [maps, smaps].map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) as [
    Buffer,
    Buffer,
  ]
  let at = 0
  for (let from = 0; from < records.length; ) {
    const newline = records.indexOf(NEWLINE, from)
    const to = newline < 0 ? records.length : newline + 1
    if (isHead(records[from] as number)) {
      const end = at + to - from
      if (end > list.length || records.compare(list, at, end, from, to) !== 0) return false
      at = end
    }
    from = to
  }
  return at === list.length
}

/** Counters begin with a capital letter, mappings with a digit of their address. */
function isHead(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)
}
