const encoder = new TextEncoder()

const STAT = encoder.encode(' (stat: ')
const READLINK = encoder.encode(' (readlink: ')
const PATH = encoder.encode(' (path ')
const EXEMPT = [encoder.encode(' (-e '), encoder.encode(' (+e ')]
const CLOSE = 0x29

/** What the numbers of a `(path …)` note look like: the path's own device, its inode, or both. */
const PATH_NOTE = /^ \(path (?:dev=\d+,\d+(?:, inode=\d+)?|inode=\d+)\)$/

const latin1 = new TextDecoder('latin1')

/** What else a row says that tells a note from the end of a real name. */
export interface Evidence {
  readonly descriptor: string | undefined
  readonly type: string | undefined
  /** True when the row has a size or a link count: its file was found, so nothing is noted. */
  readonly found: boolean
}

/**
 * Index at which lsof's note begins in a printed name, with the blank before it; the name's length when there is none.
 *
 * lsof (4.93 to 4.99.7) puts ` (stat: …)` and ` (path …)` behind the names of plain rows whose file it did not find, never
 * behind those of DEL rows; ` (readlink: …)` behind that of an executable it may not know, whose TYPE is unknown; and ` (-e …)`
 * behind those of files it was told not to look at, whose TYPE begins with UNKN.
 */
export function noteStart(name: Uint8Array, { descriptor, type, found }: Evidence): number {
  const none = name.length
  if (found || name[name.length - 1] !== CLOSE) return none
  if (type === undefined || type.startsWith('UNKN')) {
    for (const opening of EXEMPT) {
      const at = lastIndexOf(name, opening)
      if (at > 0) return at
    }
  }
  if (descriptor === 'DEL' || !(type === undefined || type === 'REG' || type === 'unknown')) return none
  // A name may end as another note does: the last one is lsof's.
  const path = lastIndexOf(name, PATH)
  if (path > 0 && PATH_NOTE.test(latin1.decode(name.subarray(path)))) return path
  const readlink = type === 'unknown' ? lastIndexOf(name, READLINK) : -1
  const stat = readlink > 0 ? readlink : lastIndexOf(name, STAT)
  // No error's words have brackets: what goes on behind them is a name.
  return stat > 0 && name.indexOf(CLOSE, stat) === name.length - 1 ? stat : none
}

function lastIndexOf(name: Uint8Array, text: Uint8Array): number {
  for (let at = name.length - text.length; at >= 0; at--) {
    let i = 0
    while (i < text.length && name[at + i] === text[i]) i++
    if (i === text.length) return at
  }
  return -1
}
