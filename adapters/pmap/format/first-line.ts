import type { Origin, View } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import type { ByteWriter } from '../../../src/scan/writer.js'
import { busyboxCommand, procpsCommand, toyboxCommand } from './command.js'

/** Writes `PID:   command`, with so many blanks; nothing for a view of no known process. */
export function writeFirstLine(writer: ByteWriter, view: View, blanks: number, origin: Origin | undefined): void {
  const pid = origin === undefined ? view.process?.pid : shownPid(view, origin)
  if (pid === undefined) return
  writer.number(pid)
  writer.byte(0x3a)
  writer.blanks(blanks)
  writer.bytes(origin === undefined ? (view.process?.cmdline ?? new Uint8Array(0)) : command(view, origin))
  writer.byte(0x0a)
}

/** The id that was asked for; for that of a thread, procps 4 shows the process it belongs to. */
function shownPid({ dialect, source }: View, { seen }: Origin): number | undefined {
  if (/^(?:busybox|toybox|suse)/.test(dialect) || isBefore(source.version, '4.0.0')) return seen.pid
  return seen.facts.process?.tgid ?? seen.pid
}

function command({ dialect, source }: View, { seen }: Origin): Uint8Array {
  const { version, locale = 'UTF-8' } = source
  const process = seen.facts.process ?? {}
  if (dialect.startsWith('busybox')) return busyboxCommand(process, dialect.startsWith('busybox-1.30'))
  if (dialect.startsWith('toybox')) return toyboxCommand(process)
  if (dialect.startsWith('suse')) return process.comm ?? new Uint8Array(0)
  return procpsCommand(process, version, locale)
}
