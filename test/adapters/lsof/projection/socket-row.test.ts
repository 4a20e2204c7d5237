import { expect, test } from 'vitest'
import { isSocket, putSocket } from '../../../../adapters/lsof/projection/socket-row.js'
import type { StatFacts } from '../../../../src/adapter.js'
import { TableBuilder } from '../../../../src/model/builder.js'

const STAT: StatFacts = { path: 'map_files/1-2', mode: 0o140777, device: { major: 0, minor: 9 }, inode: 5n }

function row(packetSockets: readonly { inode: bigint; type: number; protocol: number }[], withoutInternet = false) {
  const builder = new TableBuilder()
  builder.openRow(1)
  putSocket(builder, { packetSockets }, STAT, withoutInternet)
  const table = builder.build()
  return { type: table.file(0)?.type, name: table.pathname(0), inode: table.inode(0), ...table.extra(0) }
}

// As lsof 4.99.4 lists the mapped sockets of a process in another mount namespace.
test('a ring of packets is told by its protocol and its kind, another socket is not known', () => {
  expect(row([{ inode: 5n, type: 3, protocol: 3 }])).toEqual({
    type: 'pack',
    name: 'type=SOCK_RAW',
    inode: undefined,
    d: '5',
    P: 'ALL',
  })
  expect(row([{ inode: 5n, type: 2, protocol: 0x9000 }])).toMatchObject({ name: 'type=SOCK_DGRAM', P: 'LOOPBAC' })
  expect(row([{ inode: 5n, type: 2, protocol: 0x1234 }])).toMatchObject({ P: '4660' })
  expect(row([{ inode: 6n, type: 3, protocol: 3 }])).toEqual({
    type: 'sock',
    name: "can't identify protocol",
    inode: 5n,
  })
  expect(row([], true).name).toBe("can't identify protocol (-X specified)")
})

test('only a socket is one, and only where the packet sockets are known', () => {
  expect(isSocket({ packetSockets: [] }, STAT)).toBe(true)
  expect(isSocket({}, STAT)).toBe(false)
  expect(isSocket({ packetSockets: [] }, { ...STAT, mode: 0o100644 })).toBe(false)
})
