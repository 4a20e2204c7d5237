import { MemmapsError } from '../report/errors.js'

/** The pid that an argument is, or undefined for a file's name. */
export function pidOf(target: string): number | undefined {
  if (!/^[0-9]+$/.test(target)) return undefined
  if (target.length < 11) return Number(target)
  throw new MemmapsError('no-process', `no process ${target}`, 'check the pid with ps')
}
