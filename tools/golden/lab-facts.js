import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pageSizeOf } from '../../dist/src/capture/host.js'
import { readStatLine } from '../../dist/src/capture/stat-line.js'

/**
 * The machine a guest's folder is of: what its uname said, or else its name (`old-4.19.304-amd64`).
 * @param {string} guest
 */
export function hostFacts(guest) {
  const uname = /^Linux \S+ (\S+) .* (\S+) GNU\/Linux$/m.exec(textOf(join(guest, 'global/uname.out')))
  const named = /([^/]+?)-(\d[^/]*)-(amd64|armhf)\/?$/.exec(guest)
  const arch = { amd64: 'x86_64', armhf: 'armv7l' }[named?.[3] ?? '']
  const kernel = uname?.[1] ?? named?.[2]
  if (kernel === undefined || arch === undefined) throw new Error(`${guest}: of which kernel and architecture is it?`)
  const narrow = named?.[3] === 'armhf'
  const auxv = bytesOf(join(guest, 'full-static/proc/auxv'))
  const pageSize = auxv && pageSizeOf(auxv, narrow ? 4 : 8, true)
  return { host: { kernel, arch: uname?.[2] ?? arch, ...(pageSize === undefined ? {} : { pageSize }) }, narrow }
}

/** Versions that guests do not say: those of the Debian release whose C library and perl their processes map. */
const TOLD_BY_LIBRARIES = {
  'old-4.4.155-amd64': { lsof: '4.93.2', pmap: '3.3.17' },
  'old-4.19.304-amd64': { lsof: '4.93.2', pmap: '3.3.17' },
  'old-6.12.117-anonvma-amd64': { lsof: '4.99.4', pmap: '4.0.4' },
  'trixie-6.12.107+deb13-amd64': { toybox: '0.8.9' },
  'trixie-6.12.107+deb13-armmp-armhf': { toybox: '0.8.9' },
}

/**
 * The tools of a guest.
 * @param {string} guest
 */
export function toolFacts(guest) {
  const tools = {}
  const known = TOLD_BY_LIBRARIES[basename(guest)]
  const lsof = /revision: (\S+)/.exec(textOf(join(guest, 'global/lsof-v.err')))?.[1] ?? known?.lsof
  const pmap = /procps-ng (\S+)/.exec(textOf(join(guest, 'global/pmap-V.out')))?.[1] ?? known?.pmap
  if (lsof !== undefined) tools.lsof = { path: 'lsof', version: lsof }
  if (pmap !== undefined) tools.pmap = { path: 'pmap', version: pmap }
  if (known?.toybox !== undefined) tools.toybox = { path: 'toybox', version: known.toybox }
  return tools
}

/**
 * What is known of a process: from stat, status and cmdline, and its executable from the mapping that holds its code.
 * @param {string} folder
 */
export function processFacts(folder) {
  const bytes = readFileSync(join(folder, 'proc/stat'))
  const stat = readStatLine(bytes)
  if (stat === undefined) throw new Error(`${folder}/proc/stat is not what a kernel prints`)
  const uid = /^Uid:\t\d+\t(\d+)\t/m.exec(textOf(join(folder, 'proc/status')))?.[1]
  const cmdline = bytesOf(join(folder, 'proc/cmdline'))
  const user = /(?:^|\0)L([^\0]+)\0/.exec(textOf(join(folder, 'lsof-mem-F0.out')))?.[1]
  const { kernelThread, ...facts } = stat
  const exe = executable(folder, codeStart(bytes))
  return {
    pid: Number.parseInt(bytes.toString('latin1'), 10),
    ...facts,
    kind: stat.state === 'Z' ? 'zombie' : kernelThread ? 'kernel-thread' : 'process',
    ...(cmdline === undefined ? {} : { cmdline }),
    ...(uid === undefined ? {} : { uid: Number(uid) }),
    ...(user === undefined ? {} : { user }),
    ...(exe === undefined ? {} : { exe }),
  }
}

/**
 * What stat said of each file behind a mapping, through its link in map_files: one a file and name.
 * @param {string} folder
 */
export function statFacts(folder) {
  const seen = new Set()
  const facts = []
  for (const { range, device, inode, links, type, size, target } of mapLinks(folder)) {
    const key = `${device.major}:${device.minor}:${inode}:${target}`
    if (seen.has(key)) continue
    seen.add(key)
    facts.push({ path: `map_files/${range}`, device, inode, mode: type, size, links })
  }
  return facts
}

/**
 * What lsof would ask for besides, of a process that has no open files but the standard ones: such a one holds no locks, and where
 * nothing of what it maps was unlinked, each path leads to the file behind the mapping.
 * @param {string} folder
 */
export function plainFacts(folder) {
  const links = mapLinks(folder)
  const open = [...textOf(join(folder, 'proc/fd.ls')).matchAll(/ (\d+) -> /g)].map(([, fd]) => Number(fd))
  const plain = links.every(
    ({ target }) => target[0] === 0x2f && !/[\n\t]|\(deleted\)$/.test(target.toString('latin1')),
  )
  if (links.length === 0 || open.length === 0 || open.some((fd) => fd > 2) || !plain) return {}
  const { exe } = processFacts(folder)
  const stats = new Map()
  for (const { device, inode, links: count, type, size, target } of links) {
    const stat = { device, inode, mode: type, size, links: count }
    if (inode === exe?.inode) stats.set('exe', stat)
    stats.set(target.toString('latin1'), stat)
  }
  return { stats: [...stats].map(([path, stat]) => ({ path, ...stat })), locks: [] }
}

/**
 * When the capture was made: the guest's clock, as `ls` showed it, in the year in which the files were brought here.
 * @param {string} folder
 */
export function captureTime(folder) {
  const path = join(folder, 'proc/fd.ls')
  const time =
    /(\w{3} [ \d]\d \d\d:\d\d) \.\n/.exec(textOf(path))?.[1] ??
    /(\w{3} [ \d]\d \d\d:\d\d) \.\n/.exec(textOf(join(folder, 'proc/ls')))?.[1]
  if (time === undefined) throw new Error(`${path} shows no time`)
  const [day, clock] = [time.slice(0, 6), time.slice(7)]
  return new Date(`${day} ${statSync(path).mtime.getUTCFullYear()} ${clock}Z`).toISOString()
}

/** The 26th field of stat: where the program's code starts. */
function codeStart(stat) {
  const fields = stat
    .toString('latin1')
    .slice(stat.lastIndexOf(0x29) + 2)
    .split(' ')
  return BigInt(fields[26 - 3] ?? '0')
}

/** The file mapped at the code's start; its name as /proc/PID/exe shows it. */
function executable(folder, code) {
  for (const { range, device, inode, target } of mapLinks(folder)) {
    const [start, end] = range.split('-').map((address) => BigInt(`0x${address}`))
    if (start <= code && code < end) return { pathname: target.toString(), device, inode }
  }
  // Before map_files there is only maps; its name is that of exe, save for an escaped newline.
  const line = textOf(join(folder, 'proc/maps'))
    .split('\n')
    .map((one) => /^([0-9a-f]+)-([0-9a-f]+) \S+ \S+ ([0-9a-f]+):([0-9a-f]+) (\d+) +(\/.*)$/.exec(one))
    .find((one) => one !== null && BigInt(`0x${one[1]}`) <= code && code < BigInt(`0x${one[2]}`))
  if (line === undefined || line === null) return undefined
  const [, , , major, minor, inode, name] = line
  const device = { major: Number.parseInt(major, 16), minor: Number.parseInt(minor, 16) }
  return { pathname: Buffer.from(name.replaceAll('\\012', '\n'), 'latin1').toString(), device, inode: BigInt(inode) }
}

/** The LINK lines of mapinfo: range, then hex device, decimal inode, octal type, and the target with `\xNN` escapes. */
function mapLinks(folder) {
  const pattern =
    /^LINK (\S+) mode=\d+ dev=([0-9a-f]+):([0-9a-f]+) ino=(\d+) nlink=(\d+) type=(\d+) size=(\d+) target=(.*)$/
  return textOf(join(folder, 'proc/mapinfo'))
    .split('\n')
    .map((line) => pattern.exec(line))
    .filter((match) => match !== null)
    .map(([, range, major, minor, inode, links, type, size, target]) => ({
      range,
      device: { major: Number.parseInt(major, 16), minor: Number.parseInt(minor, 16) },
      inode: BigInt(inode),
      links: BigInt(links),
      type: Number.parseInt(type, 8),
      size: BigInt(size),
      target: Buffer.from(
        target.replace(/\\x(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      ),
    }))
}

function textOf(path) {
  return bytesOf(path)?.toString('latin1') ?? ''
}

function bytesOf(path) {
  return existsSync(path) ? readFileSync(path) : undefined
}
