import { adapters } from '../../adapters/index.js'
import { isDirectory } from '../capture/files.js'
import { MemmapsError } from '../report/errors.js'
import { readCapture } from './capture-view.js'
import { tellFindings } from './findings.js'
import { refuseProcRoot } from './live-view.js'
import { readText } from './read-text.js'
import type { Shown, ShowOptions } from './show.js'

/** Reads what `memmaps show` shows of a capture folder, a file or stdin. */
export async function readSaved(target: string, options: ShowOptions): Promise<Shown> {
  const { from, strict = false } = options
  refuseProcRoot(options)
  if (target !== '-' && isDirectory(target)) {
    if (from !== undefined) throw new MemmapsError('usage', '-f is for texts, not for a capture', 'leave it out')
    const view = readCapture(adapters, target)
    tellFindings([view], view.source.name as string)
    return { adapters, views: [view] }
  }
  return { adapters, views: (await readText(adapters, target, { from, strict })).views }
}
