import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { adapters } from '../../adapters/index.js'
import { saveCapture } from '../../src/capture/folder.js'
import { locksOf } from '../../src/capture/locks.js'
import { sysvDeviceIn } from '../../src/capture/sysv-device.js'
import type { CapturedText, Snapshot } from '../../src/capture/types.js'
import { parse } from '../../src/ops/parse.js'
import { writeReadings } from '../golden/readings.js'
import { folderOf, noteGolden } from './golden-manifest.js'
import { hostOf, timeOf, toolsOf } from './host-facts.js'
import { MACHINES } from './machines.js'
import type { Guest } from './matrix.js'
import { GOLDEN, rawFolder } from './places.js'
import { processFactsOf, readFileFacts, statsAskedFor } from './process-facts.js'
import { processesOf, type RawProcess } from './raw.js'
import { KERNEL_FILES, LONG, textsOf } from './texts.js'

/** The processes whose labels are kept. */
const LABELLED = ['full-static', 'full-dynamic']

/** Turns what a guest handed out into golden captures, in the place of its last ones; gives their number. */
export function importGuest(guest: Guest): number {
  const raw = rawFolder(guest.name)
  const machine = MACHINES[guest.architecture]
  const processes = processesOf(raw)
  const auxv = processes.find(({ name }) => name === 'full-static')?.proc('auxv')
  const host = hostOf(raw, auxv, machine)
  const name = `${host.kernel}-${host.arch}`
  const folder = join(GOLDEN, name)
  for (const old of [name, folderOf(guest.name) ?? name]) rmSync(join(GOLDEN, old), { recursive: true, force: true })
  const common = { captured: timeOf(raw), host, tools: toolsOf(raw), moved: false, attempts: 1, problems: [] }
  for (const process of processes) {
    const texts = textsOf(process, machine, common.tools)
    saveCapture(join(folder, process.name), { ...common, ...factsOf(process, texts), texts })
    addEvidence(process, join(raw, 'logs', `${process.name}.log`), join(folder, process.name))
    writeReadings(join(folder, process.name))
  }
  noteGolden(name, guest, host)
  return processes.length
}

function factsOf(
  raw: RawProcess,
  texts: readonly CapturedText[],
): Omit<Snapshot, 'captured' | 'host' | 'tools' | 'moved' | 'attempts' | 'problems' | 'texts'> {
  const files = readFileFacts(raw.facts)
  const process = processFactsOf(raw, files)
  const maps = texts.find(({ file }) => file === 'proc/maps')
  const adapter = adapters.find(({ name }) => name === 'maps')
  const [view] =
    maps === undefined || adapter === undefined ? [] : parse(adapter, maps.bytes, { dialect: maps.dialect })
  const sysvDevice = maps && sysvDeviceIn(maps.bytes)
  return {
    process,
    frozen: raw.frozen,
    stats: view === undefined ? [] : statsAskedFor(adapters, view, process, files),
    locks: locksOf(raw.pid, raw.locks),
    tasks: raw.tasks,
    ...(raw.before === undefined ? {} : { statBefore: raw.before.subarray(raw.before.indexOf(0x28) + 1) }),
    ...(sysvDevice === undefined ? {} : { sysvDevice }),
  }
}

/**
 * Puts the kernel's files that are no view beside the views, and what the specimen said of its mappings: which label has which
 * range; names them in capture.json.
 */
function addEvidence(raw: RawProcess, log: string, to: string): void {
  const evidence = KERNEL_FILES.map((name) => [`proc/${name}`, raw.proc(name)] as const)
  const labels = LABELLED.includes(raw.name) && existsSync(log) ? readFileSync(log) : undefined
  const files: string[] = []
  for (const [name, bytes] of [...evidence, ['labels', labels] as const]) {
    if (bytes === undefined) continue
    const file = `${name}${bytes.length > LONG && name !== 'labels' ? '.gz' : ''}`
    files.push(file)
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), file.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes)
  }
  const path = join(to, 'capture.json')
  writeFileSync(path, `${JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), files }, undefined, 1)}\n`)
}
