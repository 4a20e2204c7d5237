import { expect, test } from 'vitest'
import { held, heldWith, kernel, listed } from '../held.js'

const MAPS = `00400000-00401000 r-xp 00000000 fe:00 10                                 /srv/prog
7f8001267000-7f800126b000 r--s 00000000 00:09 1065539                    socket:[1065539]
7f800126b000-7f80012ab000 rw-s 00000000 00:09 1065530                    socket:[1065530]
`
const TABLE = `COMMAND    PID USER  FD   TYPE  DEVICE   SIZE/OFF    NODE NAME
prog      4640 root txt    REG   254,0      39272      10 /srv/prog
prog      4640 root mem   sock     0,9            1065539 can't identify protocol
prog      4640 root mem   pack 1065530                ALL type=SOCK_RAW
`
const TYPES_ONLY = `p4640
ftxt
tREG
n/srv/prog
fmem
tsock
ncan't identify protocol
fmem
tpack
ntype=SOCK_RAW
`

test.each([
  ['table', TABLE],
  ['fields', TYPES_ONLY],
])('in another mount namespace a mapped socket says what it is: %s', (dialect, text) => {
  const facts = { process: { sameMountNamespace: false } }
  expect(held(kernel(MAPS), listed(text, dialect))).toMatch(/^explained .*other-mount-namespace/)
  expect(heldWith(facts, kernel(MAPS), listed(text, dialect))).toMatch(/^explained .*other-mount-namespace/)
})

test('in its own it has a name', () => {
  const facts = { process: { sameMountNamespace: true } }
  expect(heldWith(facts, kernel(MAPS), listed(TABLE))).toMatch(/^disagree .*pathname/)
})

test('another socket is a difference', () => {
  expect(held(kernel(MAPS), listed(TABLE.replace('1065530', '1065531')))).toMatch(/^disagree .*missing extra$/)
  expect(held(kernel(MAPS), listed(TABLE.replace(/.*pack.*\n/, '')))).toMatch(/^disagree .*missing$/)
  expect(held(kernel(MAPS), listed(TABLE.replace('sock ', ' REG ')))).toMatch(/^disagree .*pathname/)
})
