import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { DISKS, makeDisks } from './disks.js'
import { MACHINES, type Machine } from './machines.js'
import type { Guest } from './matrix.js'
import { bootFolder, rawFolder } from './places.js'

/** How long a guest may run, in milliseconds. */
const LIMIT = 600_000

/** How long hardware acceleration may take to start the first process. */
const TRIAL = 25_000

/** What a kernel is told: whatever the specimen needs beside. */
const APPEND = 'rdinit=/init panic=-1 secretmem.enable=1 numa=on quiet net.ifnames=0'

/** The last line of a guest. */
const RESULT = /RESULT via=(disk|serial) size=(\d+) sha256=([0-9a-f]{64})/

/** What became of a guest. */
export interface Boot {
  readonly seconds: number
  readonly accelerator: 'kvm' | 'tcg' | 'user-mode'
  /** Size of what it handed out. */
  readonly bytes: number
}

/** Boots a built guest, waits for its end, and unpacks what it handed out into its raw folder. */
export async function bootGuest(guest: Guest, say: (step: string) => void): Promise<Boot> {
  const folder = bootFolder(guest.name)
  if (!existsSync(join(folder, 'initrd')))
    throw new Error(`${guest.name} is not built: npm run lab -- build ${guest.name}`)
  const disks = join(folder, 'disks')
  await makeDisks(disks)
  const console = join(folder, 'console.log')
  const started = Date.now()
  const accelerator = await start(guest, folder, console, say)
  const seconds = Math.round((Date.now() - started) / 1000)
  const bytes = await collect(guest.name, { disk: join(disks, 'out'), serial: `${console}.out` }, console)
  rmSync(disks, { recursive: true })
  return { seconds, accelerator, bytes }
}

async function start(
  guest: Guest,
  folder: string,
  console: string,
  say: (step: string) => void,
): Promise<Boot['accelerator']> {
  const machine = MACHINES[guest.architecture]
  if (guest.by === 'user-mode') {
    say('running in user mode')
    await watch(userMode(folder), console, LIMIT, say)
    return 'user-mode'
  }
  if (isNative(guest) && accelerates) {
    say('trying KVM')
    if (await watch(qemu(machine, folder, console, 'kvm'), console, TRIAL, say)) return 'kvm'
    accelerates = false
  }
  say('running under emulation')
  await watch(qemu(machine, folder, console, `tcg,thread=${machine.threads ?? 'single'}`), console, LIMIT, say)
  return 'tcg'
}

/** Whether KVM may work here; false as soon as a guest did not start with it. */
let accelerates = existsSync('/dev/kvm')

function isNative({ architecture }: Guest): boolean {
  return process.arch === 'x64'
    ? architecture === 'amd64' || architecture === 'i386'
    : process.arch === 'arm64' && architecture === 'arm64'
}

/** The command of a machine of qemu. */
function qemu(machine: Machine, folder: string, console: string, accelerator: string): readonly string[] {
  const drives = DISKS.flatMap((name) => [
    '-drive',
    `file=${join(folder, 'disks', name)},if=none,id=${name},format=raw,cache=unsafe`,
    '-device',
    `virtio-blk-${machine.bus},drive=${name},serial=${name}`,
  ])
  const half = machine.memory / 2
  const nodes = [0, 1].flatMap((node) => [
    '-object',
    `memory-backend-ram,size=${half}M,id=m${node}`,
    '-numa',
    `node,cpus=${node},memdev=m${node}`,
  ])
  return [
    machine.qemu,
    ...machine.arguments,
    ...(machine.nodes ? ['-smp', '2', ...nodes] : []),
    ...['-accel', accelerator, '-m', String(machine.memory)],
    ...['-kernel', join(folder, 'kernel-image'), '-initrd', join(folder, 'initrd')],
    ...['-nographic', '-monitor', 'none', '-nic', 'none', '-no-reboot', '-serial', `file:${console}`],
    ...(machine.twoLines ? ['-serial', `file:${console}.out`] : []),
    ...drives,
    ...['-append', `console=${machine.console} ${APPEND}`],
  ]
}

/** Enters the root in "$1", where the boot folder in "$2" is /lab, and runs the rest there. */
const ENTER = `root=$1 lab=$2; shift 2
mkdir -p "$root/proc" "$root/dev" "$root/lab" "$root/root"
mount --rbind /proc "$root/proc" && mount --rbind /dev "$root/dev" && mount --bind "$lab" "$root/lab" &&
exec chroot "$root" "$@"`

/** The command of a kernel that is a program: it runs in the root of its suite, whose C library it needs. */
function userMode(folder: string): readonly string[] {
  return [
    ...['unshare', '--mount', 'sh', '-c', ENTER, 'sh', join(folder, 'host'), folder, '/usr/bin/linux.uml'],
    'mem=1024M',
    'initrd=/lab/initrd',
    'rdinit=/init',
    'con=null',
    'con0=null,fd:1',
    'ubd0=/lab/disks/out',
    'panic=-1',
    'quiet',
  ]
}

/**
 * Runs a guest until it ends, telling how far it is. Gives false where its first process did not start within a trial's limit; throws
 * where it did not end in time.
 */
async function watch(
  words: readonly string[],
  console: string,
  limit: number,
  say: (step: string) => void,
): Promise<boolean> {
  const [program, ...rest] = words as [string, ...string[]]
  writeFileSync(console, '')
  const toConsole = words.includes('con=null') ? { stdout: { file: console } } : {}
  const env = { HOME: '/root', TMPDIR: '/dev/shm' }
  const guest = execa(program, rest, {
    stdin: 'ignore',
    reject: false,
    timeout: LIMIT,
    forceKillAfterDelay: 2000,
    env,
    ...toConsole,
  })
  const started = Date.now()
  let isTried = limit !== TRIAL
  const timer = setInterval(() => {
    const last = lines(console).at(-1)
    if (last !== undefined) {
      isTried = true
      say(last)
    }
    if (!isTried && Date.now() - started > limit) guest.kill('SIGKILL')
  }, 500)
  const { timedOut, exitCode, stderr } = await guest
  clearInterval(timer)
  if (lines(console).some((line) => line.startsWith('RESULT'))) return true
  if (limit === TRIAL && !timedOut) return false
  const why = timedOut ? `did not end within ${LIMIT / 1000} s` : `ended (${exitCode}) without a result`
  throw new Error(`the guest ${why}: ${console} has its console\n${String(stderr).slice(-400)}`)
}

/** The lines that our scripts wrote to the console, without their mark. */
function lines(console: string): string[] {
  const text = readFileSync(console, 'latin1').replaceAll('\r', '')
  return [...text.matchAll(/^LAB (.*)$/gm)].map(([, line]) => line as string)
}

/** Takes the tar off the raw disk or the serial line, holds it against the checksum of the console, and unpacks it. */
async function collect(
  name: string,
  ways: Readonly<Record<'disk' | 'serial', string>>,
  console: string,
): Promise<number> {
  const result = RESULT.exec(lines(console).at(-1) ?? '')
  if (result === null) throw new Error(`${console}: the guest's last word is no result`)
  const [, via, length, sum] = result as unknown as [string, 'disk' | 'serial', string, string]
  const bytes = Buffer.alloc(Number(length))
  const file = openSync(ways[via], 'r')
  readSync(file, bytes, 0, bytes.length, 0)
  closeSync(file)
  if (createHash('sha256').update(bytes).digest('hex') !== sum)
    throw new Error(`${ways[via]}: what came out is not what went in`)
  const raw = rawFolder(name)
  rmSync(raw, { recursive: true, force: true })
  mkdirSync(raw, { recursive: true })
  await execa('tar', [via === 'disk' ? '-x' : '-xz', '-C', raw, '--no-same-owner'], { input: bytes })
  writeFileSync(join(raw, 'console'), `${lines(console).join('\n')}\n`)
  return bytes.length
}
