import { expect, test } from 'vitest'
import { replaceMessage } from '../../../src/redact/message.js'

/** The message with `*` for every byte that is replaced. */
function starred(text: string): string {
  const stars = replaceMessage(new TextEncoder().encode(text), (word) => new Uint8Array(word.length).fill(0x2a))
  return new TextDecoder().decode(stars)
}

test.each([
  'lsof: no pwd entry for UID 4000000000',
  "lsof: WARNING: can't stat() fuse file system",
  '      Output information may be incomplete.',
  'lsof ended with status 1: ',
  'lsof did not end within 10 s',
  'there is no /proc/42/smaps_rollup; this kernel may be too old, or built without it',
  'ffffffffffffffff       4       4       4 r----',
  '000000000000beef       0K r-xp',
  '7f31c8a00000-7f31c8c00000 rw-p 00000000 00:00 0',
])('%s tells of nobody', (text) => {
  expect(starred(text)).toBe(text)
})

test.each([
  ['process 7 belongs to alice (uid 1000)', 'process 7 belongs to ***** (uid 1000)'],
  [
    "lsof: WARNING: can't stat() fuse.gvfsd /run/user/1000/gvfs",
    "lsof: WARNING: can't stat() ********** /run/user/1000/****",
  ],
  ['/home/alice/bin/lsof does not exist', '/****/*****/***/lsof does not exist'],
  ['7f3g r-xp libsecret.so.1', '**** r-xp **************'],
  ['«пароль».', `${'*'.repeat(16)}.`],
])('%s does', (text, expected) => {
  expect(starred(text)).toBe(expected)
})
