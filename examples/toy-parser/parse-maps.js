const LINE = /^([0-9a-f]+)-([0-9a-f]+) ([r-][w-][x-][ps]) ([0-9a-f]+) ([0-9a-f]+):([0-9a-f]+) (\d+)(?: +(\S+))?/

/**
 * Reads the bytes of /proc/PID/maps. It has two mistakes, left in for the tests to find: a name ends at its first blank, and
 * an inode is a number, which is exact up to 2^53 alone.
 */
export function parseMaps(bytes) {
  const lines = Buffer.from(bytes).toString().split('\n')
  return lines.filter((line) => line !== '').map(parseLine)
}

function parseLine(line) {
  const match = LINE.exec(line)
  if (match === null) throw new SyntaxError(`no line of maps: ${JSON.stringify(line)}`)
  const [, start, end, perms, offset, major, minor, inode, name = ''] = match
  return {
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    perms,
    offset: BigInt(`0x${offset}`),
    device: { major: Number.parseInt(major, 16), minor: Number.parseInt(minor, 16) },
    inode: Number(inode),
    name,
  }
}
