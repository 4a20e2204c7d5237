const HIGH_SURROGATE = /[\ud800-\udbff]$/

const encoder = new TextEncoder()

/** A piece of a text: bytes, or characters that stand for their UTF-8. */
export type Chunk = string | Uint8Array

/** A text that comes in pieces: a Node stream, a web stream, or anything else that can be iterated; one piece will do. */
export type TextStream = AsyncIterable<Chunk> | Iterable<Chunk> | ChunkStream | Chunk

/** What is needed of a web ReadableStream, which not every browser lets us iterate. */
export interface ChunkStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Chunk | undefined }>
    cancel(): Promise<void>
  }
}

/** The bytes of a text. */
export function bytesOf(text: Chunk): Uint8Array {
  return typeof text === 'string' ? encoder.encode(text) : text
}

/** The bytes of a text that comes in pieces; a character may lie in two of them. */
export async function* bytesOfStream(stream: TextStream): AsyncIterable<Uint8Array> {
  let held = ''
  for await (const chunk of chunksOf(stream)) {
    if (typeof chunk !== 'string') {
      yield chunk
      continue
    }
    const text = held + chunk
    held = HIGH_SURROGATE.exec(text)?.[0] ?? ''
    yield encoder.encode(text.slice(0, text.length - held.length))
  }
  if (held !== '') yield encoder.encode(held)
}

async function* chunksOf(stream: TextStream): AsyncIterable<Chunk> {
  // A text given whole is a sequence, too: of characters, or of numbers.
  if (typeof stream === 'string' || stream instanceof Uint8Array) yield stream
  else if (Symbol.asyncIterator in stream || Symbol.iterator in stream) yield* stream
  else {
    const reader = stream.getReader()
    let ended = false
    try {
      for (;;) {
        const { done, value } = await reader.read()
        ended = done
        if (done) return
        if (value !== undefined) yield value
      }
    } finally {
      if (!ended) await reader.cancel()
    }
  }
}
