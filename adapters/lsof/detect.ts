import type { Match } from '../../src/adapter.js'

/** What lsof says on standard error, at the beginning: lines, each with indented ones after it. */
const MESSAGES = /^(?:lsof: .*\n(?: .*\n)*)+/

const TITLES = /^([ \t]*)COMMAND[ \t]+PID[ \t].*\bFD[ \t].*\bNAME[ \t]*$/m
const FIELDS = /^p\d+\n[KMzZgRcuLfaltDrsiknp]/
const FIELDS0 = /^p\d+\0(?:[A-Za-z][^\0\n]*\0)*\n/m

/** A set of -F0 that was copied from a terminal, where NULs do not show. */
const WITHOUT_NULS = /^f(?:cwd|rtd|txt|mem|DEL|\d+)(?:a[ rwu]l[ NrRwWuUxX]t[A-Z]|(?:t[A-Z]+)?D0x[0-9a-f]+(?:[rsoi]\d))/m

const JSON_TOP = /^\s*\{\s*"(?:lsof_version"\s*:|processes"\s*:\s*\[)/
const JSON_FILE = /^\s*\{\s*"(?:pid|fd|command)"\s*:[^[]*?"fd"\s*:\s*"(?:mem|txt|DEL|cwd|rtd|NOFD|\d+)"[,}\s]/
const JSON_PROCESS = /^\s*\{\s*"(?:pid|command)"\s*:[^[{]*"files"\s*:\s*\[/
const JSON_PID = /^\s*\{\s*"pid"\s*:\s*\d+\s*(?:\}|,[^[{]*"(?:device_number|nlink|login|pgid)"\s*:)/

/** Says how sure the first KiB looks like lsof: its table, -F, -F0, -J or -j. */
export function detectLsof(head: Uint8Array): Match | undefined {
  const text = new TextDecoder('latin1').decode(head).replace(MESSAGES, '')
  return detectJson(text) ?? detectTable(text) ?? detectFields(text)
}

function detectJson(text: string): Match | undefined {
  if (!/^\s*\{/.test(text)) return undefined
  if (JSON_TOP.test(text)) {
    return { dialect: 'json', confidence: 'sure', because: 'a JSON object with the version of lsof, or its processes' }
  }
  if (JSON_FILE.test(text)) {
    return {
      dialect: 'jsonl',
      confidence: 'sure',
      because: 'JSON objects with a pid and a descriptor: mem, txt, DEL …',
    }
  }
  if (JSON_PROCESS.test(text)) {
    return { dialect: 'json', confidence: 'likely', because: 'a JSON object of a process and its files' }
  }
  if (JSON_PID.test(text)) {
    return { dialect: 'jsonl', confidence: 'possible', because: 'JSON objects with a pid and other keys that lsof has' }
  }
  return undefined
}

function detectTable(text: string): Match | undefined {
  const titles = TITLES.exec(text)
  if (titles === null) return undefined
  return {
    dialect: 'table',
    // lsof does not indent them, so that a text whose every line is indented is surer without its blanks.
    confidence: titles[1] === '' ? 'sure' : 'likely',
    because: 'a line has the titles of lsof, from COMMAND and PID to NAME',
  }
}

function detectFields(text: string): Match | undefined {
  if (FIELDS0.test(text)) {
    return {
      dialect: 'fields0',
      confidence: 'sure',
      because: 'a line begins with p and a number, and its fields end in NUL',
    }
  }
  if (FIELDS.test(text)) {
    return { dialect: 'fields', confidence: 'sure', because: 'p and a number, then fields of one letter and a value' }
  }
  if (/^p\d+[KgRcuL]/.test(text) && WITHOUT_NULS.test(text)) {
    return { dialect: 'fields0', confidence: 'likely', because: 'sets of fields, from p or f on, without their NULs' }
  }
  if (/^p\d+\n?$/.test(text)) {
    return { dialect: 'fields', confidence: 'possible', because: 'the only line is p and a number' }
  }
  return undefined
}
