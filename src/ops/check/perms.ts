import type { View } from '../../adapter.js'
import type { Judge } from './judge.js'

/** Each place of the perms, the letters it may have there, and the flag that says the same. */
const PLACES: readonly (readonly [letters: string, flag: string])[] = [
  ['r', 'rd'],
  ['w', 'wr'],
  ['x', 'ex'],
  ['sS', 'ms'],
]

/** Asks that the vmFlags say the rights that the perms say; what either is silent about is not asked. */
export function judgePerms(judge: Judge, { table }: View, view: number): void {
  if (table.columns.flagIds === undefined) return
  for (let row = 0; row < table.length; row++) {
    const flags = table.vmFlags(row)
    const perms = table.perms(row)
    if (flags === undefined || perms === undefined || flags.length === 0) continue
    judge.ask('perms-mismatch')
    const agree = PLACES.every(([letters, flag], place) => {
      const letter = perms[place] as string
      // Some emulators print no kind of sharing at all.
      if (letter === '?' || (place === 3 && letter === '-')) return true
      return letters.includes(letter) === flags.includes(flag)
    })
    if (agree) continue
    judge.broken(
      'perms-mismatch',
      judge.side(view, row, 'perms', perms),
      judge.side(view, row, 'vmFlags', flags.join(' ')),
    )
  }
}
