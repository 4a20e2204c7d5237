import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSysvDevice, sysvDeviceIn } from '../../../src/capture/sysv-device.js'
import { scratch } from './children.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const SEGMENT = '7f00a0500000-7f00a0502000 r--s 00000000 00:0e 11                         /SYSV1234abcd (deleted)\n'
const SHARED = '7f00a0600000-7f00a0602000 rw-s 00000000 00:01 74                         /dev/zero (deleted)\n'
const DISK = '7f00a0700000-7f00a0702000 rw-s 00000000 08:01 74                         /dev/zero (deleted)\n'
const PRIVATE = '7f00a0800000-7f00a0802000 rw-p 00000000 00:05 74                         /dev/zero (deleted)\n'

test('a shared mapping of /dev/zero tells the device, and no name of a segment does', () => {
  expect(sysvDeviceIn(bytes(SEGMENT + DISK + PRIVATE))).toBeUndefined()
  expect(sysvDeviceIn(bytes(SEGMENT + DISK + PRIVATE + SHARED))).toEqual({ major: 0, minor: 1 })
})

test('another process tells it, for one that has segments', () => {
  const root = scratch()
  mkdirSync(join(root, '12'))
  writeFileSync(join(root, '12', 'maps'), SHARED)
  expect(readSysvDevice(bytes(SEGMENT), root)).toEqual({ major: 0, minor: 1 })
  expect(readSysvDevice(bytes(DISK), root)).toBeUndefined()
})
