/**
 * Access rights and sharing as four characters, `rwx` and `s`/`p` as in maps; `S` is the NOMMU kernels' third kind of
 * sharing, and `?` stands where the source is silent.
 */
export type Perms = string

/** Bits of the one-byte perms code. */
export const READ = 1
export const WRITE = 2
export const EXECUTE = 4

const SHARINGS = 'psS-?'
const CODE_COUNT = 8 * SHARINGS.length

/** The code of "not said". */
export const PERMS_UNKNOWN = -1

/** The four characters of every code, by the code. */
export const PERMS_TEXTS: readonly string[] = Array.from(
  { length: CODE_COUNT },
  (_, code) =>
    (code & READ ? 'r' : '-') + (code & WRITE ? 'w' : '-') + (code & EXECUTE ? 'x' : '-') + SHARINGS.charAt(code >> 3),
)

/** The code of four ASCII bytes as maps prints them, or PERMS_UNKNOWN when they are not perms. */
export function permsCode(read: number, write: number, execute: number, sharing: number): number {
  let code = 0
  if (read === 0x72) code = READ
  else if (read !== 0x2d) return PERMS_UNKNOWN
  if (write === 0x77) code |= WRITE
  else if (write !== 0x2d) return PERMS_UNKNOWN
  if (execute === 0x78) code |= EXECUTE
  else if (execute !== 0x2d) return PERMS_UNKNOWN
  if (sharing === 0x70) return code
  if (sharing === 0x73) return code | (1 << 3)
  if (sharing === 0x53) return code | (2 << 3)
  if (sharing === 0x2d) return code | (3 << 3)
  if (sharing === 0x3f) return code | (4 << 3)
  return PERMS_UNKNOWN
}

/** The four characters of a code. */
export function permsText(code: number): Perms {
  return PERMS_TEXTS[code] as string
}

/** The code of four characters, or PERMS_UNKNOWN. */
export function permsFromText(text: string): number {
  if (text.length !== 4) return PERMS_UNKNOWN
  return permsCode(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2), text.charCodeAt(3))
}

/** True for a mapping that others see being written: `s`, or `S` on NOMMU kernels. */
export function isShared(code: number): boolean {
  const sharing = code >> 3
  return sharing === 1 || sharing === 2
}
