import { expect, test } from 'vitest'
import { packetSocketsOf } from '../../../src/capture/packet-sockets.js'

test('reads the lines of /proc/net/packet below their titles', () => {
  const text = `\
sk               RefCnt Type Proto  Iface R Rmem   User   Inode
0000000063471f16 3      3    0003   0     1 0      0      2063289
00000000d935bffa 3      2    86dd   2     1 0      1000   18446744073709551615
`
  expect(packetSocketsOf(text)).toEqual([
    { inode: 2063289n, type: 3, protocol: 3 },
    { inode: 18446744073709551615n, type: 2, protocol: 0x86dd },
  ])
  expect(packetSocketsOf('')).toEqual([])
})
