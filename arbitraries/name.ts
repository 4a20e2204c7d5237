import fc from 'fast-check'
import { oneOf } from './one-of.js'

const encoder = new TextEncoder()

/** Path parts that have broken a parser somewhere: blanks, controls, marks, lines of other formats. */
const HOSTILE: readonly string[] = [
  ' lead',
  'trail ',
  'two  blanks',
  'tab\there',
  'newline\\012here',
  'carriage\rreturn',
  'ends in return\r',
  'escape\u001b[31mred',
  'bell\u0007',
  'quote"\'`$(x)',
  'colon: 12 kB',
  'Rss:                   4 kB',
  'VmFlags: rd ex mr mw me ',
  '7f0000000000-7f0000001000 r-xp 00000000 08:01 42 x',
  'fake (deleted)',
  ' (deleted)',
  '[heap]',
  '[anon:x]',
  'total 12K',
  'lib (stat: No such file or directory)',
  'naïve-é-日本語-😀',
  '\ufeffbom',
  '\u202eright-to-left',
  '-',
  '0',
]

/** Names that the kernel makes. */
const PSEUDO: readonly string[] = [
  '[heap]',
  '[stack]',
  '[stack:1234]',
  '[threadstack:0001f000]',
  '[vdso]',
  '[vvar]',
  '[vvar_vclock]',
  '[vsyscall]',
  '[anon:glibc: malloc]',
  '[anon:]',
  '[anon: blank first]',
  '[anon_shmem:a b]',
  'anon_inode:[io_uring]',
  'anon_inode:i915.gem',
  'socket:[12345]',
  '/SYSV00000000 (deleted)',
  '/memfd: (deleted)',
  '/memfd:two words (deleted)',
  '/dev/zero (deleted)',
  '/dmabuf:',
  '/[aio] (deleted)',
]

/** Any byte a file name may hold, newline escaped as the kernel does. */
const anyBytes: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.integer({ min: 1, max: 255 }).filter((byte) => byte !== 0x0a && byte !== 0x2f),
    { minLength: 1, maxLength: 20 },
  )
  .map((bytes) => Uint8Array.from(bytes))

const part: fc.Arbitrary<Uint8Array> = fc.oneof(
  { withCrossShrink: true },
  oneOf(['a', 'usr', 'lib', 'libc.so.6']).map((text) => encoder.encode(text)),
  oneOf(HOSTILE).map((text) => encoder.encode(text)),
  anyBytes,
)

const path: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), oneOf(['', '', ' (deleted)', ' (deleted) (deleted)']))
  .map(([parts, mark]) => joinPath(parts, encoder.encode(mark)))

/** A pathname as the kernel prints it, as bytes: empty, kernel-made, or an absolute path of hostile parts. */
export const name: fc.Arbitrary<Uint8Array> = fc.oneof(
  { withCrossShrink: true },
  { weight: 2, arbitrary: fc.constant(new Uint8Array(0)) },
  { weight: 2, arbitrary: oneOf(PSEUDO).map((text) => encoder.encode(text)) },
  { weight: 4, arbitrary: path },
)

/** Pathnames as maps and smaps print them, as bytes: none, those that kernels make up, and paths that are hard to read. */
export function pathnames(): fc.Arbitrary<Uint8Array> {
  return name
}

function joinPath(parts: readonly Uint8Array[], mark: Uint8Array): Uint8Array {
  const bytes: number[] = []
  for (const one of parts) bytes.push(0x2f, ...one)
  bytes.push(...mark)
  return Uint8Array.from(bytes)
}
