import { InvalidArgumentError } from 'commander'

/** A pid. */
export function pid(text: string): number {
  if (!/^[0-9]{1,10}$/.test(text)) throw new InvalidArgumentError('A pid is a number, as ps prints it.')
  return Number(text)
}

/** A time in seconds, above zero. */
export function seconds(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError('It is a number of seconds above zero.')
  }
  return value
}

/** A whole number, zero or above. */
export function count(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number.')
  return Number(text)
}

/** A page size in bytes: a power of two. */
export function pageSize(text: string): number {
  const value = Number(text)
  if (!/^[0-9]{3,7}$/.test(text) || (value & (value - 1)) !== 0) {
    throw new InvalidArgumentError('A page size is a power of two, in bytes: 4096, 16384, 65536.')
  }
  return value
}

/** Gathers the values of an option that may be given several times. */
export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text]
}
