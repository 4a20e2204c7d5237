import fc from 'fast-check'

/** Sizes of chunks, taken in turn until the text is used up. */
export const chunking: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constantFrom([1], [2], [3], [4095, 1], [4096]),
  fc.array(fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 1,
    maxLength: 12,
  }),
)

/** The text cut so. Each chunk is a buffer of its own that is wiped when the next is asked for, as a stream may reuse it. */
export function* chunked(text: Uint8Array, sizes: readonly number[]): Iterable<Uint8Array> {
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length] as number
    const chunk = Uint8Array.from(text.subarray(at, at + size))
    yield chunk
    chunk.fill(0x21)
    at += size
  }
}
