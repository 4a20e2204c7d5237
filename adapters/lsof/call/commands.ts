import { usage } from './refuse.js'

/** A command that `-c` names: the bytes that it begins with, or an expression that it matches. */
interface Wanted {
  /** What lsof -V says where it is not found, before its text. */
  readonly lack: string
  readonly text: string
  readonly excluded: boolean
  readonly matches: (command: Uint8Array) => boolean
}

/** What all `-c` together ask for: beginnings, the last one first as lsof keeps them, and behind them the expressions. */
export type CommandList = readonly Wanted[]

/** What lsof -V says of an expression that no command matches. */
export const NO_MATCH = 'no command found for regex'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Characters of an extended expression that mean the same here and in regex(7). */
const PLAIN = /^(?:[\w .,:;<>=!@%&#~'"-]|[()|?*+^$]|\[\^?[\w .,:;<>=!@%&#~'"+*?|()$-]+\])*$/

/** Reads the values of `-c`. Throws a MemmapsError for an expression that lsof might understand otherwise. */
export function readCommands(values: readonly (string | undefined)[]): CommandList {
  const given = values.filter((value) => value !== undefined)
  const beginnings = given.filter((value) => !value.startsWith('/')).reverse()
  const expressions = given.filter((value) => value.startsWith('/'))
  return [...beginnings.map(beginning), ...expressions.map(expression)]
}

function beginning(value: string): Wanted {
  const excluded = value.startsWith('^')
  const text = excluded ? value.slice(1) : value
  const bytes = encoder.encode(text)
  return {
    lack: 'command not located',
    text,
    excluded,
    matches: (command) => bytes.every((byte, at) => command[at] === byte),
  }
}

function expression(value: string): Wanted {
  const end = value.indexOf('/', 1)
  const modifiers = value.slice(end + 1)
  const text = value.slice(1, end)
  if (modifiers.includes('b') || !PLAIN.test(text)) {
    throw usage(`-c ${value} is an expression beyond what is understood here: letters, digits, . * + ? | ( ) [ ] ^ $`)
  }
  try {
    const compiled = new RegExp(text, modifiers.includes('i') ? 'iu' : 'u')
    return { lack: NO_MATCH, text, excluded: false, matches: (command) => compiled.test(decoder.decode(command)) }
  } catch {
    throw usage(`-c ${value} is no expression that is understood here`)
  }
}
