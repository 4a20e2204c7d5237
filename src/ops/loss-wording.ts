import { MemmapsError } from '../report/errors.js'
import type { Loss } from './loss.js'

/** How many names are given in full. */
const NAMED = 6

/** A loss for people, in one line. */
export function explainLoss({ code, field, count, parts, what }: Loss, target: string): string {
  const name = field === 'process' ? 'the process' : field
  const named = parts.length === 0 ? name : `${name} (${namesOf(parts)})`
  if (field === 'regions') {
    const regions = count === 1 ? '1 region' : `${count} regions`
    return code === 'lost-field'
      ? `${target} cannot show ${regions} at all`
      : `what ${target} shows reads as ${regions} more than there are`
  }
  if (code === 'lost-precision') {
    return `${target} says ${named} less exactly${what === undefined ? '' : `, ${what}`}: ${places(field, count)}`
  }
  return `${target} cannot say ${named}: left out${field === 'process' || field === 'totals' ? '' : ` of ${places(field, count)}`}`
}

/** The error of a conversion that may lose nothing. */
export function lossError(losses: readonly Loss[], target: string, complete: readonly string[]): MemmapsError {
  const lines = losses.map((loss) => `  ${explainLoss(loss, target)} [${loss.code}]`)
  const instead = complete.length === 0 ? '' : `, or write ${choice(complete)}, which can say all of it`
  return new MemmapsError(
    'strict',
    `nothing is written, for it would lose something:\n${lines.join('\n')}`,
    `leave --strict out to write the rest${instead}`,
  )
}

function places(field: Loss['field'], count: number): string {
  const noun = field === 'process' ? 'process' : field === 'totals' ? 'total' : 'region'
  return count === 1 ? `1 ${noun}` : `${count} ${noun === 'process' ? 'processes' : `${noun}s`}`
}

function choice(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

function namesOf(parts: readonly string[]): string {
  if (parts.length <= NAMED) return parts.join(', ')
  return `${parts.slice(0, NAMED - 1).join(', ')} and ${parts.length - NAMED + 1} more`
}
