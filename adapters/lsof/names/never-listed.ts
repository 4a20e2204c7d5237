import { pseudoPath } from '../../../src/kernel/pseudo-paths.js'

const BRACKET = 0x5b

/**
 * True for a name that no lsof on Linux lists: `[heap]`, `[stack]`, `[anon:…]` have neither device nor inode, and lsof skips
 * such lines of maps. A row of that name was written by hand.
 */
export function isNeverListed(name: Uint8Array | undefined): boolean {
  if (name === undefined || name[0] !== BRACKET) return false
  const known = pseudoPath(new TextDecoder().decode(name))
  return known !== undefined && known.file !== true
}
