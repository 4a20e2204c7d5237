import type { AddressSpace } from './address-spaces.js'
import type { Mapping } from './mapping.js'

/** A view in canonical JSON (`memmaps.view/1`), as a case of the golden corpus expects one. */
export interface ExpectedView {
  readonly schema: 'memmaps.view/1'
  readonly adapter: string
  readonly dialect: string
  /** The fields that the text says of a region. */
  readonly says: readonly string[]
  readonly source: Readonly<Record<string, string>>
  /** Addresses in hex, other 64-bit values in decimal, counters in bytes. */
  readonly regions: readonly Readonly<Record<string, unknown>>[]
}

const OF_MAPS = ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname']

/** Counters without a unit. */
const PLAIN = ['THPeligible', 'ProtectionKey']

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** What maps says of an address space. */
export function saidByMaps(space: AddressSpace): ExpectedView {
  return {
    schema: 'memmaps.view/1',
    adapter: 'maps',
    dialect: `${space.bits}bit`,
    says: OF_MAPS,
    source: {},
    regions: space.mappings.map(line),
  }
}

/** What smaps says of an address space. */
export function saidBySmaps(space: AddressSpace): ExpectedView {
  return {
    schema: 'memmaps.view/1',
    adapter: 'smaps',
    dialect: `${space.bits}bit`,
    says: [...OF_MAPS, 'counters', 'vmFlags'],
    source: {},
    regions: space.mappings.map((mapping) => ({
      ...line(mapping),
      counters: Object.fromEntries([...mapping.counters].map(([name, value]) => [name, inBytes(name, value)])),
      ...(mapping.vmFlags === undefined ? {} : { vmFlags: mapping.vmFlags }),
    })),
  }
}

function line({
  start,
  end,
  perms,
  offset,
  major,
  minor,
  inode,
  pathname,
}: Mapping): Readonly<Record<string, unknown>> {
  const text = lenient.decode(pathname)
  const isText = Buffer.from(text).equals(pathname)
  return {
    start: start.toString(16),
    end: end.toString(16),
    perms,
    offset: offset.toString(16),
    device: { major, minor },
    inode: inode.toString(),
    pathname: text,
    ...(isText ? {} : { pathnameBase64: Buffer.from(pathname).toString('base64') }),
  }
}

function inBytes(name: string, value: number): string {
  return (BigInt(value) * (PLAIN.includes(name) ? 1n : 1024n)).toString()
}
