import { writePieces } from '../capture/files.js'
import { printable } from '../report/printable.js'
import type { Outcome } from '../validate/types.js'
import type { Colors } from './colors.js'

/** Writes the text of a failure to the file that `--save` names. */
export async function saveText(path: string | undefined, failure: Outcome | undefined): Promise<void> {
  if (path !== undefined && failure !== undefined) await writePieces(path, [failure.case.text])
}

/** What to do about the first failure, for people; '' where nothing fails. */
export function nextLine(
  failure: Outcome | undefined,
  { save, decoder }: { readonly save?: string | undefined; readonly decoder?: string | undefined },
  colors: Colors,
): string {
  if (failure === undefined) return ''
  const { id, adapter, dialect } = failure.case
  if (save === undefined)
    return colors.dim(`next: --save FILE keeps the text of the first failure, to run the decoder on it alone`)
  const file = /^[\w./-]+$/.test(save) ? save : `'${save.replaceAll("'", "'\\''")}'`
  const run =
    decoder === undefined
      ? `memmaps convert -t json -f ${adapter}:${dialect} ${file}`
      : `MEMMAPS_ADAPTER=${adapter} MEMMAPS_DIALECT=${dialect} ${decoder} < ${file}`
  return colors.dim(printable(`next: ${id} is in ${save}; alone it is read by: ${run}`))
}
