import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { referenceParsers } from './reference.js'

const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href)

const CHUNK = 1 << 16

/**
 * What can be measured in a worker, by name. Each is made for an input, and gives a function that does the work once and
 * returns what it read. What is parsed is left in the input, so that the caller can let it go.
 *
 * @type {Record<string, (input: { adapter: string, path: string, pid: number, text?: Uint8Array }) => Promise<() => unknown>>}
 */
export const contenders = {
  nothing: async () => () => undefined,

  memmaps: async (input) => {
    const { parse } = await dist('src/ops/parse.js')
    const one = await adapterOf(input.adapter)
    input.text = readFileSync(input.path)
    return () => parse(one, input.text)[0]
  },

  'memmaps, in chunks': async ({ adapter, path }) => {
    const read = await chunkReader(adapter)
    return () => read(path)
  },

  reference: async (input) => {
    const { [input.adapter]: parse } = await referenceParsers()
    input.text = readFileSync(input.path)
    return () => parse(input.text)
  },

  'raw read': async ({ adapter, pid }) => {
    const buffer = new Uint8Array(CHUNK)
    return () => {
      const descriptor = openSync(`/proc/${pid}/${adapter}`, 'r')
      while (readSync(descriptor, buffer, 0, CHUNK, null) > 0);
      closeSync(descriptor)
    }
  },

  'read, then parse': async ({ adapter, pid }) => {
    const { parse } = await dist('src/ops/parse.js')
    const { readProcFile } = await dist('src/capture/proc.js')
    const one = await adapterOf(adapter)
    return () => parse(one, readProcFile(pid, adapter))[0]
  },

  'read and parse, chunk by chunk': async ({ adapter, pid }) => {
    const read = await chunkReader(adapter)
    return () => read(`/proc/${pid}/${adapter}`)
  },
}

async function adapterOf(name) {
  const { adapters } = await dist('adapters/index.js')
  return adapters.find((one) => one.name === name)
}

async function chunkReader(adapter) {
  const { Reader } = await dist('src/ops/parse.js')
  const one = await adapterOf(adapter)
  const buffer = new Uint8Array(CHUNK)
  return (path) => {
    const reader = new Reader(one)
    const descriptor = openSync(path, 'r')
    for (;;) {
      const size = readSync(descriptor, buffer, 0, CHUNK, null)
      if (size === 0) break
      reader.push(size === CHUNK ? buffer : buffer.subarray(0, size))
    }
    closeSync(descriptor)
    return reader.end()[0]
  }
}
