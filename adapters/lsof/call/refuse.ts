import { MemmapsError } from '../../../src/report/errors.js'
import { isSince } from './version.js'
import type { Option } from './words.js'

const NEXT = 'memmaps lsof -a -p PID -d mem,txt,DEL'

/** The descriptors of rows that are of mapped files. */
const MAPPED: ReadonlySet<string> = new Set(['mem', 'txt', 'DEL'])

/** Letters that only change how rows look, or how they are found; 4.98.0 has H, 4.99.7 J and j, 4.95.0 Q besides. */
const KNOWN: ReadonlySet<string> = new Set('acdFglnopPKLRMOstTwSHJjQ')

/** Letters that a version does not have before that one. */
const SINCE: Readonly<Record<string, string>> = { Q: '4.95.0', H: '4.98.0', J: '4.99.7', j: '4.99.7' }

/** An error that lsof prints before its usage, or a run that is not about mapped files. */
export function usage(message: string): MemmapsError {
  return new MemmapsError('usage', message, `use ${NEXT}`)
}

/** Throws where an option is wrong, is not one of the version, or asks for something else than mapped files. */
export function refuseOption({ sign, letter, value }: Option, version: string): void {
  const name = `${sign}${letter}`
  const since = SINCE[letter]
  if (since !== undefined && !isSince(version, since)) throw usage(`lsof ${version} has no option ${name}`)
  if (!KNOWN.has(letter)) throw usage(`${name} is not about the files that a process has mapped`)
  if (letter === 't') throw usage('-t prints pids alone')
  if (letter === 'c') refuseCommand(sign, value)
  else if (letter === 'p') refusePids(value)
  else if (letter === 'd') refuseDescriptors(value)
  else if (letter === 'F') refuseFields(value)
  else if (letter === 'K' && value !== undefined && value !== 'i') {
    throw usage(`lsof: -K not followed by i (but by ${value})`)
  } else if ('gLs'.includes(letter) && value !== undefined) throw usage(`${name} ${value} selects by something else`)
}

function refuseCommand(sign: string, value: string | undefined): void {
  if (sign === '-') throw usage('-c selects processes by their command')
  if (value === undefined || !/^\d+$/.test(value)) throw usage('lsof: +c not followed by width number')
  if (Number(value) > 15) throw usage(`lsof: +c ${Number(value)} > what system provides (15)`)
}

function refusePids(value: string | undefined): void {
  if (value === undefined) throw usage('lsof: no process ID specified')
  if (!/^(?:\^?\d+,*)*$/.test(value)) throw usage(`lsof: illegal process ID: ${value}`)
}

function refuseDescriptors(value: string | undefined): void {
  if (value === undefined) throw usage('lsof: no file descriptor specified')
  const names = value.split(',').filter((name) => name !== '')
  const excludes = names[0]?.startsWith('^') ?? false
  const other = names.find((name) => name.startsWith('^') !== excludes)
  if (other !== undefined) {
    throw usage(
      excludes ? `lsof: include in an exclude -d list: ${other}` : `lsof: exclude in an include -d list: ${other}`,
    )
  }
  const beyond = excludes ? value : names.find((name) => !MAPPED.has(name))
  if (beyond !== undefined) throw usage(`-d ${beyond} is not only about mapped files`)
}

function refuseFields(value: string | undefined): void {
  if (value === '?') throw usage('-F ? prints help')
  const unknown = [...(value ?? '')].find((letter) => !/[acCdDfFgGikKlLmMnNopPrRsStTuzZ0]/.test(letter))
  if (unknown !== undefined) throw usage(`lsof: unknown field: ${unknown}`)
}
