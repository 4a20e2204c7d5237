import { spawnSync } from 'node:child_process'
import os from 'node:os'

/**
 * What the numbers depend on.
 *
 * @returns {{ date: string, cpu: string, cores: number, load: number, kernel: string, node: string, lsof: string, pmap: string }}
 */
export function machine() {
  return {
    date: new Date().toISOString().slice(0, 16),
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    load: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
    kernel: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    lsof: version('lsof', ['-v'], /revision: (\S+)/),
    pmap: version('pmap', ['-V'], /(\d[\d.]*)/),
  }
}

function version(tool, args, pattern) {
  const { error, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  return error === undefined ? (pattern.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown') : 'not installed'
}
