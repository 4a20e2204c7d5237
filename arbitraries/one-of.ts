import fc from 'fast-check'

/** One of the values; it shrinks to those before it, where `constantFrom` tries the first alone. */
export function oneOf<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.nat({ max: values.length - 1 }).map((place) => values[place] as T)
}
