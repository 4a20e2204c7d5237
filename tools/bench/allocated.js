import { Session } from 'node:inspector/promises'

const SAMPLE = 1 << 12

const KINDS =
  'ArrayBuffer SharedArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'.split(
    ' ',
  )

let buffers = 0

/** Counts the bytes of every buffer that is made from now on; what Node itself makes is not seen. */
export function countBuffers() {
  const lent = [ArrayBuffer, SharedArrayBuffer]
  for (const kind of KINDS) {
    const Real = globalThis[kind]
    const counting = new Proxy(Real, {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget === counting ? target : newTarget)
        if (!lent.some((Lender) => args[0] instanceof Lender)) buffers += made.byteLength
        return made
      },
    })
    Real.prototype.constructor = counting
    globalThis[kind] = counting
  }
}

/**
 * Bytes that a function allocates: objects as V8's sampling profiler estimates them, and buffers as they were counted.
 *
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>}
 */
export async function allocatedBy(work) {
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: SAMPLE,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  const before = buffers
  await work()
  const { profile } = await session.post('HeapProfiler.stopSampling')
  session.disconnect()
  return sizeOf(profile.head) + buffers - before
}

function sizeOf({ selfSize, children }) {
  return children.reduce((sum, child) => sum + sizeOf(child), selfSize)
}
