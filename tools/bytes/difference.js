/**
 * Says where two texts first differ: the number of the line, and both lines, each cut at 160 bytes.
 *
 * @param {Uint8Array} real what the installed tool printed
 * @param {Uint8Array} ours what memmaps printed
 * @returns {string}
 */
export function firstDifference(real, ours) {
  const [theirs, own] = [real, ours].map((bytes) => Buffer.from(bytes).toString('latin1').split('\n'))
  // Where ours goes on behind the real end, the line behind that end differs.
  const found = theirs.findIndex((line, index) => line !== own[index])
  const at = found < 0 ? theirs.length : found
  const shown = (lines) => JSON.stringify(lines[at]?.slice(0, 160))
  return `line ${at + 1}\n  real ${shown(theirs)}\n  ours ${shown(own)}`
}
