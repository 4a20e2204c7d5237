import { readFileSync } from 'node:fs'
import type { PacketSocket } from '../adapter.js'

/** The packet sockets that `/proc/net/packet` lists, those of this network namespace; none where it cannot be read. */
export function readPacketSockets(procRoot: string): readonly PacketSocket[] {
  try {
    return packetSocketsOf(readFileSync(`${procRoot}/net/packet`, 'latin1'))
  } catch {
    return []
  }
}

/** The packet sockets of the text of `/proc/net/packet`: `sk RefCnt Type Proto Iface R Rmem User Inode`. */
export function packetSocketsOf(text: string): readonly PacketSocket[] {
  return text.split('\n').flatMap((line) => {
    const [, , type = '', protocol = '', , , , , inode = ''] = line.trim().split(/ +/)
    if (!/^\d+$/.test(inode)) return []
    return { inode: BigInt(inode), type: Number(type), protocol: Number.parseInt(protocol, 16) }
  })
}
