import type { Device } from '../../src/model/device.js'
import type { Region } from '../../src/model/region.js'

/** A process as the plain readers see it. */
export interface ReferenceView {
  readonly pid: number
  readonly regions: Region[]
}

const MAPPED = ['mem', 'txt', 'DEL']
const NOTE = / (\((?:stat: [^()]*|path (?:dev=\d+,\d+(?:, inode=\d+)?|inode=\d+)|[-+]e .*)\))$/s

/** Reads the text of `lsof -F0`, asked for at least `f`: cut at newlines, then at NULs. Slow, and obviously right. */
export function readFields0(text: Buffer): ReferenceView[] {
  const views: ReferenceView[] = []
  let thread: Thread = {}
  for (const line of text.toString('latin1').split('\n').slice(0, -1)) {
    const fields = new Map(line.split('\0').map((field) => [field.charAt(0), field.slice(1)]))
    const value = (letter: string): string | undefined => fields.get(letter)?.trim() || undefined
    if (fields.has('p')) {
      views.push({ pid: Number(value('p')), regions: [] })
      thread = threadOf(value('K'), fields.get('M'))
    } else if (MAPPED.includes(value('f') ?? '')) {
      views.at(-1)!.regions.push({
        ...region({
          descriptor: value('f'),
          type: value('t'),
          lock: value('l'),
          device: unpack(value('D')),
          rdev: unpack(value('r')),
          size: value('s'),
          links: value('k'),
          inode: value('i'),
          name: fields.get('n') ?? '',
        }),
        ...thread,
      })
    }
  }
  return views
}

/** Reads the text of `lsof -J`; its bytes are taken for characters, so that JSON.parse takes names that are not UTF-8. */
export function readJson(text: Buffer): ReferenceView[] {
  const { processes } = JSON.parse(text.toString('latin1'))
  return processes.map(({ pid, files, ...process }: { pid: number; files: JsonFile[] }) => ({
    pid,
    regions: files.flatMap((file) => jsonRegion({ ...process, ...file })),
  }))
}

/** Reads the text of `lsof -j`. */
export function readJsonLines(text: Buffer): ReferenceView[] {
  const objects = text.toString('latin1').split('\n').slice(0, -1)
  return objects.map((line) => JSON.parse(line)).map((one) => ({ pid: one.pid, regions: jsonRegion(one) }))
}

/** Reads the text of `lsof -F`, asked for at least `f`: the sets of -F0, once its fields are joined. */
export function readFields(text: Buffer): ReferenceView[] {
  const fields = text.toString('latin1').split('\n').slice(0, -1)
  const sets = fields.map((field, i) => `${i > 0 && /^[pf]/.test(field) ? '\n' : ''}${field}\0`).join('')
  return readFields0(Buffer.from(`${sets}\n`, 'latin1'))
}

type JsonFile = Readonly<Record<string, string | number>>

function jsonRegion({
  fd,
  type,
  lock,
  device_number,
  raw_device,
  size,
  nlink,
  inode,
  name,
  tid,
  task_cmd,
}: JsonFile): Region[] {
  if (!MAPPED.includes(String(fd))) return []
  const said = { descriptor: fd, type, size, links: nlink, rdev: unpack(textOrNone(raw_device)), lock }
  const plain = {
    pathname: Buffer.from(String(name), 'latin1').toString(),
    device: unpack(textOrNone(device_number)),
    inode,
    file: said,
  }
  return [{ ...JSON.parse(JSON.stringify(plain), revive), ...threadOf(textOrNone(tid), textOrNone(task_cmd)) }]
}

/** Reads lsof's table, as long as COMMAND and TASKCMD are its only left-aligned columns: cut at the right edges of the titles. */
export function readTable(text: Buffer): ReferenceView[] {
  const [header, ...rows] = text.toString('latin1').split('\n').slice(0, -1)
  const titles = [...(header ?? '').matchAll(/\S+/g)].map((match) => ({
    title: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))
  const views: ReferenceView[] = []
  for (const row of rows) {
    const cells = new Map<string, string>()
    let edge = 0
    for (const { title, from, to } of titles) {
      // A thread's name stands to the left of its column, and has no blanks.
      const end = title === 'NAME' ? row.length : title === 'TASKCMD' ? row.slice(from).search(/ |$/) + from : to
      cells.set(title, row.slice(title === 'NAME' ? from : edge, end))
      edge = end + (title === 'FD' ? 2 : 0)
    }
    const value = (title: string): string | undefined => cells.get(title)?.trim() || undefined
    const pid = Number(/\d+$/.exec(cells.get('PID') ?? '')?.[0])
    if (views.at(-1)?.pid !== pid) views.push({ pid, regions: [] })
    if (!MAPPED.includes(value('FD') ?? '')) continue
    const fdEnd = titles.find(({ title }) => title === 'FD')!.to
    const type = value('TYPE')
    const [major, minor] = value('DEVICE')?.split(',').map(Number) ?? []
    const device = major === undefined || minor === undefined ? undefined : { major, minor }
    const special = type === 'CHR' || type === 'BLK'
    views.at(-1)!.regions.push({
      ...region({
        descriptor: value('FD'),
        type,
        lock: row.charAt(fdEnd + 1).trim() || undefined,
        device: special ? undefined : device,
        rdev: special ? device : undefined,
        size: value('SIZE/OFF') ?? value('SIZE'),
        links: value('NLINK'),
        inode: value('NODE'),
        name: cells.get('NAME') ?? '',
      }),
      ...threadOf(value('TID'), value('TASKCMD')),
    })
  }
  return views
}

/** What -K tells beside the files of a process, but for its main thread. */
interface Thread {
  readonly extra?: Readonly<Record<string, string>>
}

function threadOf(tid: string | undefined, name: string | undefined): Thread {
  return tid === undefined ? {} : { extra: { TID: tid, TASKCMD: name ?? '' } }
}

interface Plain {
  readonly descriptor: string | undefined
  readonly type: string | undefined
  readonly lock: string | undefined
  readonly device: Device | undefined
  readonly rdev: Device | undefined
  readonly size: string | undefined
  readonly links: string | undefined
  readonly inode: string | undefined
  readonly name: string
}

function region({ descriptor, type, lock, device, rdev, size, links, inode, name }: Plain): Region {
  const plain = descriptor !== 'DEL' && type !== 'CHR' && type !== 'BLK'
  const notable = size === undefined && links === undefined && (plain || type?.startsWith('UNKN'))
  const note = notable ? NOTE.exec(name) : null
  const printed = Buffer.from(note === null ? name : name.slice(0, note.index), 'latin1').toString()
  return JSON.parse(
    JSON.stringify({
      pathname: printed,
      device,
      inode,
      file: { descriptor, type, size, links, rdev, lock, note: note?.[1] },
    }),
    revive,
  )
}

/** JSON drops what is undefined; the numbers come back as bigints. */
function revive(key: string, value: unknown): unknown {
  return key === 'inode' || key === 'size' || key === 'links' ? BigInt(value as string) : value
}

/** The two parts of a dev_t as glibc puts them together, for numbers below 2^32. */
function unpack(hex: string | undefined): Device | undefined {
  if (hex === undefined) return undefined
  const number = Number(hex)
  return { major: (number >>> 8) & 0xfff, minor: (number & 0xff) | ((number >>> 12) & 0xfff00) }
}

function textOrNone(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}
