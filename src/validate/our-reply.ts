import type { Adapter } from '../adapter.js'
import { format, joined } from '../ops/format.js'
import { parse } from '../ops/parse.js'
import type { Case, Reply } from './types.js'

/** What our own parser says of a text, in the words of any decoder. */
export function ourReply(adapters: readonly Adapter[], { adapter, dialect, text }: Case): Reply {
  const named = (name: string): Adapter => {
    const found = adapters.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no adapter is named ${name}`)
    return found
  }
  const views = parse(named(adapter), text, { dialect })
  return { ended: 'answered', stdout: joined(format(named('json'), views)), stderr: '' }
}
