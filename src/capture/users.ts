import { readFileSync } from 'node:fs'

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
