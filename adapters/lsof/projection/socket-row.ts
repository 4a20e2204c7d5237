import type { Facts, FileStat } from '../../../src/adapter.js'
import type { TableBuilder } from '../../../src/model/builder.js'
import { INODE } from '../../../src/model/fields.js'
import { protocolName } from './protocols.js'

const encoder = new TextEncoder()
const DEVICE_CHARACTERS = encoder.encode('d')
const PROTOCOL = encoder.encode('P')

/** File type bits of a mode, and those of a socket. */
const TYPE_BITS = 0o170000
const SOCKET = 0o140000

/** Types of sockets by their numbers in socket(2). */
const TYPES: Readonly<Record<number, string>> = {
  1: 'STREAM',
  2: 'DGRAM',
  3: 'RAW',
  4: 'RDM',
  5: 'SEQPACKET',
  10: 'PACKET',
}

/** True where `map_files` led lsof (since 4.96.0) to a socket, and it is known what packet sockets there are. */
export function isSocket({ packetSockets }: Facts, stat: FileStat | undefined): boolean {
  return packetSockets !== undefined && ((stat?.mode ?? 0) & TYPE_BITS) === SOCKET
}

/** Fills the builder's row with what lsof says of a mapped socket: of a ring of packets what it receives, of others nothing; `withoutInternet` for -X. */
export function putSocket(
  builder: TableBuilder,
  { packetSockets }: Facts,
  { device, inode }: FileStat,
  withoutInternet: boolean,
): void {
  const ring = packetSockets?.find((socket) => socket.inode === inode)
  builder.file({ descriptor: 'mem', type: ring === undefined ? 'sock' : 'pack' })
  if (ring === undefined) {
    if (device !== undefined) builder.device(device.major, device.minor)
    if (inode !== undefined) builder.bigint(INODE, inode)
  } else {
    builder.extra(DEVICE_CHARACTERS, encoder.encode(String(ring.inode)))
    builder.extra(PROTOCOL, encoder.encode(protocolName(ring.protocol)))
  }
  const unknown = `can't identify protocol${withoutInternet ? ' (-X specified)' : ''}`
  const name = encoder.encode(ring === undefined ? unknown : `type=SOCK_${TYPES[ring.type] ?? ring.type}`)
  builder.pathname(name, 0, name.length)
}
