import { randomNumbers } from './random.js'

const PAGE_KB = 4
const PARTS = ['r--p', 'r-xp', 'r--p', 'r--p', 'rw-p']
const SYLLABLES = 'ab ba com da el fo gra ht im ja ka lo me net or pro qu re ssl tel up vi wx xml yes zip'.split(' ')

/**
 * The mappings of an imaginary process: libraries of five mappings, as the loader makes them, and anonymous memory between
 * them, at addresses that lie about as ASLR lays them. Each library is there once, so every sixth mapping brings a new name.
 *
 * @param {number} count
 * @param {number} seed
 * @returns {Generator<{ header: string, perms: string, sizeKb: number, pathname: string }>} header without its newline
 */
export function* addressSpace(count, seed) {
  const random = randomNumbers(seed)
  // In pages, so that the numbers stay exact.
  let at = 0x7f0000000 - count * 64 + random(0x10000)
  let library = nextLibrary(random)
  for (let i = 0; i < count; i++) {
    const part = i % (PARTS.length + 1)
    const pages = part === 1 ? 1 + random(300) : 1 + random(24)
    if (part === 0) at += 1 + random(8)
    const start = at
    at += pages
    if (part === PARTS.length) {
      const perms = random(8) === 0 ? '---p' : 'rw-p'
      yield region(start, at, perms, 0, '00:00', 0, '')
      library = nextLibrary(random)
    } else {
      yield region(start, at, PARTS[part], library.page, 'fe:01', library.inode, library.pathname)
      library.page += pages
    }
  }
}

function region(start, end, perms, page, device, inode, pathname) {
  const range = `${start.toString(16)}000-${end.toString(16)}000`
  const offset = (page * 4096).toString(16).padStart(8, '0')
  const prefix = `${range} ${perms} ${offset} ${device} ${inode} `
  const header = pathname === '' ? prefix : prefix.padEnd(73) + pathname
  return { header, perms, sizeKb: (end - start) * PAGE_KB, pathname }
}

function nextLibrary(random) {
  let name = ''
  for (let i = 2 + random(4); i > 0; i--) name += SYLLABLES[random(SYLLABLES.length)]
  const version = `${random(10)}.${random(40)}.${random(100)}`
  return { pathname: `/usr/lib/x86_64-linux-gnu/lib${name}.so.${version}`, inode: 100000 + random(9000000), page: 0 }
}
