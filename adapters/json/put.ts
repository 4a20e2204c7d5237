import type { ProcessFacts, Sink, Source, Total } from '../../src/adapter.js'
import type { Device } from '../../src/model/device.js'
import { END, FIELD_NAMES, type FieldName, INODE, OFFSET, START } from '../../src/model/fields.js'
import { permsFromText } from '../../src/model/perms.js'
import type { FileFacts } from '../../src/model/region.js'
import { fromBase64 } from './base64.js'

/** A part of a JSON text whose shape was checked. */
type Checked = Readonly<Record<string, unknown>>

const encoder = new TextEncoder()

/** Hands the fields of a checked region to the sink. */
export function putRegion(sink: Sink, region: Checked): void {
  if (region.start !== undefined) sink.bigint(START, BigInt(`0x${region.start}`))
  if (region.end !== undefined) sink.bigint(END, BigInt(`0x${region.end}`))
  if (region.perms !== undefined) sink.perms(permsFromText(region.perms as string))
  if (region.offset !== undefined) sink.bigint(OFFSET, BigInt(`0x${region.offset}`))
  if (region.device !== undefined) {
    const { major, minor } = region.device as Device
    sink.device(major, minor)
  }
  if (region.inode !== undefined) sink.bigint(INODE, BigInt(region.inode as string))
  const name = bytesOf(region.pathname, region.pathnameBase64)
  if (name !== undefined) sink.pathname(name, 0, name.length)
  for (const [counter, bytes] of Object.entries((region.counters as Checked | undefined) ?? {})) {
    const column = sink.counterColumn(counter)
    sink.counter(column, Number(BigInt(bytes as string) / BigInt(column.unit)))
  }
  if (region.vmFlags !== undefined) {
    const flags = bytesOf((region.vmFlags as string[]).join(' '), region.vmFlagsBase64) as Uint8Array
    sink.vmFlags(flags, 0, flags.length)
  }
  if (region.file !== undefined) sink.file(fileFacts(region.file as Checked))
  putExtra(sink, region)
}

/** What a checked text says of the process. */
export function processFacts({ cmdline, cmdlineBase64, startTime, startStack, exe, ...rest }: Checked): ProcessFacts {
  const line = bytesOf(cmdline, cmdlineBase64)
  return {
    ...(rest as ProcessFacts),
    ...(line === undefined ? {} : { cmdline: line }),
    ...(startTime === undefined ? {} : { startTime: BigInt(startTime as string) }),
    ...(startStack === undefined ? {} : { startStack: BigInt(`0x${startStack}`) }),
    ...(exe === undefined ? {} : { exe: exeFacts(exe as Checked) }),
  }
}

/** Says which adapter read the text that the view is a copy of; `own` is the one that reads this copy. */
export function putOrigin(
  sink: Sink,
  view: Checked,
  own: { readonly adapter: string; readonly dialect: string },
): void {
  const source = (view.source ?? {}) as Source
  if (view.adapter === undefined) sink.origin(own.adapter, own.dialect, FIELD_NAMES, source)
  else sink.origin(view.adapter as string, view.dialect as string, view.says as FieldName[], source)
}

/** The sums of a checked view. */
export function totalsOf({ totals = [] }: Checked): readonly Pick<Total, 'name' | 'value'>[] {
  return (totals as { name: string; value: string }[]).map(({ name, value }) => ({ name, value: BigInt(value) }))
}

function exeFacts({ pathname, device, inode }: Checked): NonNullable<ProcessFacts['exe']> {
  return { pathname: pathname as string, device: device as Device, inode: BigInt(inode as string) }
}

function fileFacts({ size, links, ...rest }: Checked): FileFacts {
  return {
    ...(rest as FileFacts),
    ...(size === undefined ? {} : { size: BigInt(size as string) }),
    ...(links === undefined ? {} : { links: BigInt(links as string) }),
  }
}

function putExtra(sink: Sink, { extra, extraBase64 }: Checked): void {
  if (extraBase64 !== undefined) {
    for (const [name, value] of extraBase64 as [string, string][]) sink.extra(fromBase64(name), fromBase64(value))
    return
  }
  for (const [name, value] of Object.entries((extra as Checked | undefined) ?? {})) {
    sink.extra(encoder.encode(name), encoder.encode(value as string))
  }
}

function bytesOf(text: unknown, base64: unknown): Uint8Array | undefined {
  if (base64 !== undefined) return fromBase64(base64 as string)
  return text === undefined ? undefined : encoder.encode(text as string)
}
