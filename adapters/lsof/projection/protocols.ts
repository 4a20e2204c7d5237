/** The most characters that lsof (all versions) keeps of a protocol's name. */
const LENGTH = 7

/** What lsof 4.99 calls the protocols of packet sockets, by their numbers in linux/if_ether.h. */
const NAMES: Readonly<Record<number, string>> = {
  1: '802.3',
  2: 'AX25',
  3: 'ALL',
  4: '802.2',
  5: 'SNAP',
  6: 'DDCMP',
  7: 'WAN_PPP',
  8: 'PPP MP',
  9: 'LCLTALK',
  96: 'LOOP',
  2048: 'IP',
  2054: 'ARP',
  32821: 'RARP',
  32923: 'ATALK',
  33011: 'AARP',
  33024: '8021Q',
  33079: 'IPX',
  34525: 'IPV6',
  34824: 'PAUSE',
  34825: 'SLOW',
  34887: 'MPLS_UC',
  34888: 'MPLS_MC',
  34915: 'PPP_DIS',
  34916: 'PPP_SES',
  34958: 'PAE',
  34978: 'AOE',
  34984: '8021AD',
  35018: 'TIPC',
  35020: 'LLDP',
  35045: 'MACSEC',
  35063: '1588',
  35078: 'FCOE',
  35119: 'HSR',
  36864: 'LOOPBACK',
}

/** A protocol as lsof names it in the column NODE; its number where it has no name. */
export function protocolName(protocol: number): string {
  return (NAMES[protocol] ?? String(protocol)).slice(0, LENGTH)
}
