import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { referenceParsers } from './reference.js'

const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href)

const CHUNK = 1 << 16

/**
 * What contenders work on: folders like /proc/PID, with a file of the adapter's name in each.
 *
 * @typedef {{ adapter: string, folders: string[], dialects?: string[], repeat?: number, texts?: Uint8Array[] }} Input
 */

/**
 * What can be measured in a worker, by name. Each is made for an input, and gives a function that does the work of one folder
 * and returns what it read, or a promise of it. Texts in memory are left in the input, so that the caller can let them go.
 *
 * @type {Record<string, (input: Input) => Promise<(folder: number) => unknown>>}
 */
export const contenders = {
  nothing: async () => () => undefined,

  memmaps: async (input) => {
    const { Reader } = await dist('src/ops/parse.js')
    const { readProcChunks } = await dist('src/capture/proc.js')
    const adapter = await adapterOf(input.adapter)
    const places = input.folders.map((folder) => /^(.*)\/(\d+)$/.exec(folder))
    return async (i) => {
      const reader = new Reader(adapter, { asPrinted: true, dialect: input.dialects?.[i] })
      const [, root, pid] = places[i]
      await readProcChunks(Number(pid), input.adapter, root, (chunk) => reader.push(chunk))
      return reader.end()[0]
    }
  },

  'memmaps, one thread': async (input) => {
    const { Reader } = await dist('src/ops/parse.js')
    const adapter = await adapterOf(input.adapter)
    return (i) => {
      const reader = new Reader(adapter, { asPrinted: true, dialect: input.dialects?.[i] })
      chunks(pathOf(input, i), (chunk) => reader.push(chunk))
      return reader.end()[0]
    }
  },

  'memmaps, text in memory': async (input) => {
    const { parse } = await dist('src/ops/parse.js')
    const adapter = await adapterOf(input.adapter)
    input.texts = texts(input)
    return (i) => parse(adapter, input.texts[i], { dialect: input.dialects?.[i] })[0]
  },

  'every byte once, text in memory': async (input) => {
    input.texts = texts(input)
    return (i) => ({ sum: sumOf(input.texts[i]) })
  },

  'reference, text in memory': async (input) => {
    const { [input.adapter]: parse } = await referenceParsers()
    input.texts = texts(input)
    return (i) => parse(input.texts[i], input.dialects?.[i])
  },

  'raw read': async (input) => (i) => chunks(pathOf(input, i), () => {}),
}

async function adapterOf(name) {
  const { adapters } = await dist('adapters/index.js')
  return adapters.find((one) => one.name === name)
}

function pathOf({ adapter, folders }, i) {
  return `${folders[i]}/${adapter}`
}

/** The least that a parser written in JavaScript does to a text. */
function sumOf(bytes) {
  let sum = 0
  for (let i = 0; i < bytes.length; i++) sum = (sum + bytes[i]) | 0
  return sum
}

function texts(input) {
  return input.folders.map((_, i) => readFileSync(pathOf(input, i)))
}

const buffer = new Uint8Array(CHUNK)

/** Reads a file to its end, as src/capture/proc.ts does: as often as it takes until the buffer is full. */
function chunks(path, push) {
  const descriptor = openSync(path, 'r')
  try {
    for (;;) {
      let used = 0
      let size = 0
      do {
        size = readSync(descriptor, buffer, used, CHUNK - used, null)
        used += size
      } while (size > 0 && used < CHUNK)
      if (used > 0) push(buffer.subarray(0, used))
      if (used < CHUNK) return
    }
  } finally {
    closeSync(descriptor)
  }
}
