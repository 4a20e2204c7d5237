/** A region of the toy parser in the words of the corpus: canonical JSON, as schema/region.json of memmaps has it. */
export function said({ start, end, perms, offset, device, inode, name }) {
  return {
    start: start.toString(16),
    end: end.toString(16),
    perms,
    offset: offset.toString(16),
    device,
    inode: BigInt(inode).toString(),
    pathname: name,
  }
}
