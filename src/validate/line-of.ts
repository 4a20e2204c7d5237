import type { SaidRegion } from './types.js'

/**
 * The line of a text that a region begins in, from 1: the only one that begins with its start, or that ends in its name.
 * Undefined where several could be it, or none.
 */
export function lineOf(text: Uint8Array, { start, pathname }: SaidRegion): number | undefined {
  if (typeof start === 'string') {
    const begins = new RegExp(`^ *0*${start}(?![0-9a-f])`)
    return onlyLine(text, (line) => begins.test(line))
  }
  if (typeof pathname !== 'string' || pathname === '') return undefined
  // The fields of lsof -F0 end in NUL, and its notes stand in brackets.
  return onlyLine(text, (line) => ends(line, pathname))
}

function ends(line: string, name: string): boolean {
  const at = line.lastIndexOf(name)
  return at > 0 && /^(?:$|\0| \()/.test(line.slice(at + name.length))
}

function onlyLine(text: Uint8Array, is: (line: string) => boolean): number | undefined {
  const lines = new TextDecoder().decode(text).split('\n')
  const first = lines.findIndex(is)
  return first < 0 || lines.findLastIndex(is) !== first ? undefined : first + 1
}
