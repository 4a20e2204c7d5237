import type { Match } from '../../src/adapter.js'
import { isSmapsField } from '../../src/kernel/smaps-fields.js'
import { looksLikeMapsLine } from '../maps/detect.js'

const FIELD = /^\s*([A-Za-z][\w()-]*):\s+(?:\d+(?: kB)?\s*$|\[anon|(?:[a-z?]{2} )+)/

/** Says how sure the first KiB looks like smaps or smaps_rollup. */
export function detectSmaps(head: Uint8Array): Match | undefined {
  const lines = new TextDecoder('latin1').decode(head).split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const header = lines[first]
  if (header === undefined) return undefined
  const field = FIELD.exec(lines[first + 1] ?? '')?.[1]
  if (field !== undefined && looksLikeMapsLine(header)) {
    const what = header.endsWith(' [rollup]') ? 'the header of smaps_rollup' : 'a line of maps'
    return { dialect: '64bit', confidence: 'sure', because: `below ${what} stands the counter ${field}` }
  }
  if (field !== undefined && /^\s*[0-9a-fA-F]+-[0-9a-fA-F]+\s/.test(header)) {
    return { dialect: '64bit', confidence: 'likely', because: `below a range stands the counter ${field}` }
  }
  const counter = FIELD.exec(header)?.[1]
  if (counter !== undefined && isSmapsField(counter)) {
    return { dialect: '64bit', confidence: 'likely', because: `the text begins with the counter ${counter}` }
  }
  return undefined
}
