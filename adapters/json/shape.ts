import { FIELD_NAMES } from '../../src/model/fields.js'
import { BASE64 } from './base64.js'
import {
  exactly,
  list,
  listOf,
  mapOf,
  matching,
  named,
  object,
  oneOf,
  pairOf,
  type Rule,
  record,
  type Shape,
  text,
  truth,
  wholeTo,
} from './rules.js'

/** What the values of several keys are, by the name that the schemas give it. */
export const DEFINED: Readonly<Record<string, Rule & { readonly description: string }>> = {
  hex: { ...matching(/^[0-9a-f]{1,16}$/), description: '64 bits in lower-case hex, without 0x' },
  decimal: { ...matching(decimalTo('18446744073709551615')), description: '64 bits in decimal' },
  sum: { ...matching(/^(?:0|-?[1-9][0-9]{0,39})$/), description: 'a whole number in decimal' },
  base64: { ...matching(BASE64), description: 'bytes that are not UTF-8, in base64 with padding' },
  perms: { ...matching(/^[r-][w-][x-][psS?-]$/), description: 'as in maps; ? where the source is silent' },
  flag: { ...matching(/^[^ ]+$/), description: 'a VmFlags code' },
  device: {
    ...record({ major: wholeTo(0xffffffff), minor: wholeTo(0xffffffff) }),
    description: 'a device number, as its halves',
  },
}

const hex = defined('hex')
const decimal = defined('decimal')
const base64 = defined('base64')
const device = defined('device')
const whole = wholeTo(Number.MAX_SAFE_INTEGER)

/** A region. */
export const REGION: Shape = {
  keys: {
    start: hex,
    end: hex,
    perms: defined('perms'),
    offset: hex,
    device,
    inode: decimal,
    pathname: text,
    pathnameBase64: base64,
    counters: mapOf(decimal),
    vmFlags: listOf(defined('flag')),
    vmFlagsBase64: base64,
    file: {
      keys: {
        descriptor: text,
        type: text,
        size: decimal,
        links: decimal,
        rdev: device,
        lock: text,
        access: text,
        note: text,
      },
    },
    extra: mapOf(text),
    extraBase64: listOf(pairOf(base64)),
  },
}

/** What is known of the process. */
export const PROCESS: Shape = {
  keys: {
    pid: whole,
    command: text,
    cmdline: text,
    cmdlineBase64: base64,
    uid: whole,
    user: text,
    ppid: whole,
    pgid: whole,
    startTime: decimal,
    startStack: hex,
    exe: record({ pathname: text, device, inode: decimal }),
    sameMountNamespace: truth,
  },
}

/** Where the view came from. */
const SOURCE: Shape = {
  keys: { name: text, kernel: text, tool: text, version: text, argv: listOf(text), captured: text },
}

/** What a view says besides its regions. */
const HEADING: Readonly<Record<string, Rule | Shape>> = {
  adapter: text,
  dialect: text,
  says: listOf(oneOf(FIELD_NAMES)),
  process: PROCESS,
  source: SOURCE,
  totals: listOf(record({ name: text, value: defined('sum') })),
  diagnostics: list,
  moreDiagnostics: object,
}

const ORIGIN = ['adapter', 'dialect', 'says']

/** A view; its regions are looked at one by one. */
export const VIEW: Shape = {
  keys: { schema: exactly('memmaps.view/1'), ...HEADING, regions: list },
  needs: ['schema', 'regions'],
  together: ORIGIN,
}

/** A line of ndjson that begins a view. */
export const HEADING_LINE: Shape = {
  keys: { schema: exactly('memmaps.heading/1'), ...HEADING },
  needs: ['schema'],
  together: ORIGIN,
}

/** What each line of ndjson repeats of its process. */
export const PROCESS_KEYS = ['pid', 'startTime', 'command', 'user'] as const

/** A line of ndjson that is a region. */
export const REGION_LINE: Shape = {
  keys: {
    schema: exactly('memmaps.region/1'),
    ...Object.fromEntries(PROCESS_KEYS.map((key) => [key, PROCESS.keys[key] as Rule])),
    ...REGION.keys,
  },
  needs: ['schema'],
}

function defined(name: string): Rule {
  return named(name, DEFINED[name] as Rule)
}

/** A pattern of the decimal numbers up to `maximum`, without zeros in front. */
function decimalTo(maximum: string): RegExp {
  const digits = [...maximum].map(Number)
  const shorter = `[1-9][0-9]{0,${digits.length - 2}}`
  // With as many digits, a number is smaller by its first digit that differs.
  const smaller = digits.flatMap((digit, place) => {
    const least = place === 0 ? 1 : 0
    if (digit <= least) return []
    const rest = digits.length - place - 1
    const any = rest === 0 ? '' : rest === 1 ? '[0-9]' : `[0-9]{${rest}}`
    const first = digit === least + 1 ? `${least}` : `[${least}-${digit - 1}]`
    return [`${maximum.slice(0, place)}${first}${any}`]
  })
  return new RegExp(`^(?:0|${[shorter, ...smaller, maximum].join('|')})$`)
}
