import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeUser, loginOf, userName } from '../../../src/capture/users.js'
import { scratch } from './children.js'

test('finds the name of a user, whole number and first match', () => {
  const passwd = join(scratch(), 'passwd')
  writeFileSync(passwd, '# 1\nroot:x:0:0::/root:/bin/sh\nten:x:10:1::/:\none:x:1:1::/:\nuno:x:1:1::/:\n')
  expect([0, 1, 10, 2].map((uid) => userName(uid, passwd))).toEqual(['root', 'one', 'ten', undefined])
  expect(userName(0, join(scratch(), 'none'))).toBeUndefined()
})

test('asks getent for a login that passwd does not have, and takes no answer for none', () => {
  expect(loginOf(0)).toBe('root')
  expect(loginOf(987654321)).toBeUndefined()
})

test('describes a user for people', () => {
  expect(describeUser(0)).toBe('root (uid 0)')
  expect(describeUser(987654321)).toBe('uid 987654321')
})
