import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/** What the tools read of a process. */
const FILES = ['maps', 'smaps', 'stat', 'cmdline']

/** Binds `$1/NAME` over `/proc/$2/NAME` for each further argument. */
const BIND = 'from=$1 pid=$2; shift 2; for name; do mount --bind "$from/$name" "/proc/$pid/$name" || exit 1; done'

/**
 * True where a file can be bound over one of /proc in a mount namespace: for root, unless a container forbids it.
 *
 * @returns {Promise<boolean>}
 */
export async function canFreeze() {
  const script = 'mount --bind /dev/null "/proc/$$/smaps"'
  const { failed } = await execa('unshare', ['-m', 'sh', '-c', script], { reject: false })
  return !failed
}

/**
 * Copies what the tools read of a process into a folder and binds the copies over it, for this mount namespace alone. Gives the
 * names of those that stand still now: those that are not empty.
 *
 * @param {number} pid
 * @param {string} folder
 * @param {Readonly<Record<string, Uint8Array>>} [texts] what to bind instead, by name
 * @returns {Promise<string[]>}
 */
export async function freeze(pid, folder, texts = {}) {
  const frozen = FILES.filter((name) => copied(texts[name], `/proc/${pid}/${name}`, join(folder, name)))
  if (frozen.length === 0) return []
  const { failed } = await execa('sh', ['-c', BIND, 'sh', folder, String(pid), ...frozen], { reject: false })
  if (failed) await thaw(pid, frozen)
  return failed ? [] : frozen
}

/**
 * Takes the copies away again. A process that ended took them along.
 *
 * @param {number} pid
 * @param {readonly string[]} frozen
 */
export async function thaw(pid, frozen) {
  if (frozen.length === 0) return
  const places = frozen.map((name) => `/proc/${pid}/${name}`)
  await execa('umount', places, { reject: false })
}

function copied(given, from, to) {
  try {
    const bytes = given ?? readFileSync(from)
    if (bytes.length === 0 && given === undefined) return false
    writeFileSync(to, bytes)
    return true
  } catch {
    return false
  }
}
