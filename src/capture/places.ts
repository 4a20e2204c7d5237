import * as here from 'node:path'
import type { ViewRequest } from './types.js'

/**
 * Where each view lies in a capture folder, in the order of the requests; no two in the same place.
 *
 * Some file systems take `X.txt` and `x.txt` for one file, so the second is `capital-X.txt`.
 */
export function placesOf(requests: readonly ViewRequest[]): string[] {
  const places: string[] = []
  const isTaken = (place: string): boolean => places.some((other) => other.toLowerCase() === place.toLowerCase())
  for (const { adapter, dialect, file } of requests) {
    const name = /[A-Z]/.test(dialect) ? `capital-${dialect}` : dialect
    const stem = file === undefined ? `${adapter}/${name}` : `proc/${file}`
    const ending = file === undefined ? '.txt' : ''
    let place = stem + ending
    for (let again = 2; isTaken(place); again++) place = `${stem}-${again}${ending}`
    places.push(place)
  }
  return places
}

/** True for a path that stays inside the folder on every operating system: captures come from strangers. */
export function isPlace(place: string): boolean {
  const parts = place.split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\:\0]/.test(place)
}

/** True when a place's real path is the place itself, so that no link leads elsewhere; `path` is of the system that both are of. */
export function isAtPlace(
  realPath: string,
  realDirectory: string,
  place: string,
  path: Pick<typeof here, 'join'> = here,
): boolean {
  return realPath === path.join(realDirectory, place)
}
