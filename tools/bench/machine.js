import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import { peerVersions } from './peers.js'

/**
 * What the numbers depend on.
 *
 * @returns {Record<string, string | number>}
 */
export function machine() {
  return {
    date: new Date().toISOString().slice(0, 16),
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    load: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
    kernel: `${os.type()} ${os.release()} ${os.arch()}`,
    'vm.max_map_count': readFileSync('/proc/sys/vm/max_map_count', 'latin1').trim(),
    memmaps: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
    node: process.version,
    // Node 20 reads these certificates whenever it starts, and other programs do not.
    NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS ? 'set' : 'not set',
    lsof: version('lsof', ['-v'], /revision: (\S+)/),
    pmap: version('pmap', ['-V'], /(\d[\d.]*)/),
    ...peerVersions(),
    rustc: version('rustc', ['--version'], /rustc (.*)/),
    go: version('go', ['version'], /go version (.*)/),
    strace: version('strace', ['-V'], /version (\S+)/),
  }
}

function version(tool, args, pattern) {
  const { error, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  return error === undefined ? (pattern.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown') : 'not installed'
}
