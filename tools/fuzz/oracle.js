/** Bytes that reading may take however short a text is: the first size of each column, and of what is read and written with. */
const FREE_BYTES = 1 << 20

/** Bytes that reading may take for each byte of text beyond that. */
const BYTES_PER_BYTE = 200

/**
 * Does with a text all that a reader does, as the format that is detected and as the one it was made of, and throws where a law is
 * broken: no crash, no line unaccounted for, nothing kept out without a finding, memory bounded by the input.
 *
 * @param {import('./oracle.js').Library} library
 * @param {import('./oracle.js').Input} input
 * @returns {string} what became of the text: the adapter detected, or why there is none
 */
export function use(library, input) {
  const { bytes } = input
  let outcome = 'undetected'
  try {
    const { adapter, match } = library.detect(library.adapters, bytes)
    outcome = `${adapter.name} (${match.confidence})`
    read(library, adapter, bytes, match.dialect)
  } catch (error) {
    if (error?.code !== 'undetected') throw error
  }
  const own = library.adapters.find(({ name }) => name === input.adapter)
  if (own !== undefined) read(library, own, bytes, input.dialect ?? Object.keys(own.dialects)[0])
  return outcome
}

function read(library, adapter, bytes, dialect) {
  // What is collected meanwhile makes the sum smaller, so that greed may be overlooked once, but not a thousand times.
  const before = process.memoryUsage().arrayBuffers
  const views = library.parse(adapter, bytes, { dialect })
  const told = views.reduce((sum, { lines }) => sum + total(lines), 0)
  if (told !== lineCount(bytes)) {
    throw new Error(`${adapter.name}:${dialect} accounts for ${told} of ${lineCount(bytes)} lines`)
  }
  for (const view of views) {
    if (view.lines.rejected > 0 && view.diagnostics.counts.size === 0) {
      throw new Error(`${adapter.name}:${dialect} keeps a line out without a finding`)
    }
    for (const finding of view.diagnostics) library.explain(finding, 'text')
    for (const region of view) if (region === undefined) throw new Error('a region is missing')
  }
  const taken = process.memoryUsage().arrayBuffers - before
  if (taken > FREE_BYTES + BYTES_PER_BYTE * bytes.length) {
    throw new Error(`${adapter.name}:${dialect} takes ${taken} bytes of memory for ${bytes.length} of text`)
  }
  if (adapter.format === undefined) return
  try {
    for (const part of library.format(adapter, views)) if (part.length === 0) break
  } catch (error) {
    // A damaged text may lack what its format cannot be written without; that is a user's error, any other is a crash.
    if (error?.code !== 'unwritable') throw error
  }
}

function total(lines) {
  return lines.regions + lines.parts + lines.headings + lines.footers + lines.rejected
}

function lineCount(bytes) {
  let count = bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a ? 1 : 0
  for (const byte of bytes) if (byte === 0x0a) count += 1
  return count
}
