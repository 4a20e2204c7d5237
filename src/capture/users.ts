import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Names that getent gave, by uid: it is asked once for each. */
const asked: Map<number, string | undefined> = new Map()

/** The login of a user as tools find it: in `/etc/passwd`, else where `getent` knows of others (LDAP, systemd); undefined when it has none. */
export function loginOf(uid: number): string | undefined {
  const name = userName(uid)
  if (name !== undefined) return name
  if (!asked.has(uid)) asked.set(uid, askGetent(uid))
  return asked.get(uid)
}

function askGetent(uid: number): string | undefined {
  const env = { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }
  const { stdout } = spawnSync('getent', ['passwd', String(uid)], { env, encoding: 'utf8', timeout: 2000 })
  const [name] = (stdout ?? '').split(':')
  return name || undefined
}

/** The name of a user as `/etc/passwd` has it; undefined when it has none, or cannot be read. */
export function userName(uid: number, passwd = '/etc/passwd'): string | undefined {
  let text: string
  try {
    text = readFileSync(passwd, 'utf8')
  } catch {
    return undefined
  }
  for (const line of text.split('\n')) {
    const fields = line.split(':')
    if (fields[2] === String(uid)) return fields[0]
  }
  return undefined
}

/** A user for people: `root (uid 0)`, or `uid 1234` where there is no name. */
export function describeUser(uid: number): string {
  const name = userName(uid)
  return name === undefined ? `uid ${uid}` : `${name} (uid ${uid})`
}
