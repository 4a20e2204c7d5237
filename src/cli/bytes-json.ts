import type { BytesComparison, DifferingLine } from '../library/compare-bytes.js'
import { printableJson } from '../report/printable.js'

/** The report of `compare --bytes` for programs: `"schema": "memmaps.bytes/1"`; a line that is not UTF-8 is in base64 beside a likeness. */
export function bytesJson(title: string, { results, problems }: BytesComparison): string {
  const texts = results.map(({ difference, ...result }) => ({
    ...result,
    ...(difference === undefined ? {} : { difference: differenceValue(difference) }),
  }))
  return `${printableJson(JSON.stringify({ schema: 'memmaps.bytes/1', title, texts, problems }, null, 2))}\n`
}

function differenceValue({ line, column, predicted, real }: DifferingLine): object {
  return { line, column, ...lineValue('predicted', predicted), ...lineValue('real', real) }
}

function lineValue(name: string, bytes: Uint8Array | undefined): Record<string, string> {
  if (bytes === undefined) return {}
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const plain = Buffer.from(bytes)
  return plain.equals(Buffer.from(text))
    ? { [name]: text }
    : { [name]: text, [`${name}Base64`]: plain.toString('base64') }
}
