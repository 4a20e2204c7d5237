import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageSizeOf } from '../../src/capture/host.js'
import type { Host, Tool } from '../../src/capture/types.js'
import type { Machine } from './machines.js'

/** The machines whose numbers begin with the highest byte. */
const BIG_ENDIAN = /^s390x?$/

/** The machine that a guest was: what its uname said, and the page size of its programs. */
export function hostOf(raw: string, auxv: Uint8Array | undefined, { narrow }: Machine): Host {
  const match = /^Linux \S+ (\S+) .* (\S+) GNU\/Linux$/m.exec(textOf(raw, 'uname'))
  if (match === null) throw new Error(`${raw}: its uname says no kernel`)
  const [, kernel, arch] = match as unknown as [string, string, string]
  const pageSize = auxv && pageSizeOf(auxv, narrow === true ? 4 : 8, !BIG_ENDIAN.test(arch))
  return { kernel, arch, ...(pageSize === undefined ? {} : { pageSize }) }
}

/** How each tool's version is told. */
const VERSIONS: Readonly<Record<string, readonly [file: string, version: RegExp]>> = {
  lsof: ['lsof-v', /revision: (\S+)/],
  pmap: ['pmap-V', /procps-ng (\S+)/],
  toybox: ['toybox', /toybox (\d\S*)/],
  busybox: ['busybox', /BusyBox v(\S+)/],
}

/** The tools of a guest, and their versions. */
export function toolsOf(raw: string): Readonly<Record<string, Tool>> {
  return Object.fromEntries(
    Object.entries(VERSIONS).flatMap(([name, [file, pattern]]) => {
      const version = pattern.exec(textOf(raw, file))?.[1]
      return version === undefined ? [] : [[name, { path: name, version }]]
    }),
  )
}

/** When the guest started to capture, by its own clock: ISO 8601. */
export function timeOf(raw: string): string {
  return new Date(textOf(raw, 'date').trim()).toISOString()
}

function textOf(raw: string, name: string): string {
  const path = join(raw, 'global', name)
  return existsSync(path) ? readFileSync(path, 'latin1') : ''
}
