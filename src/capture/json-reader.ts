import { type Present, present } from './present.js'

/** Makes a value of a JSON value, or throws an Error that says what it should be. */
export type Read<T> = (value: unknown) => T

/** Reads a JSON string. */
export const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw new Error('is not a string')
  return value
}

/** Reads a whole number from 0 to 2^53. */
export const count: Read<number> = (value) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Error('is not a whole number')
  return value
}

/** Reads `true` or `false`. */
export const flag: Read<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new Error('is not true or false')
  return value
}

/** Reads a 64-bit value from a string of decimal digits. */
export const decimal: Read<bigint> = (value) => {
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) throw new Error('is not a string of decimal digits')
  return BigInt(value)
}

/** Reads a 64-bit value from a string of hex digits. */
export const hex: Read<bigint> = (value) => {
  if (typeof value !== 'string' || !/^[0-9a-f]{1,16}$/.test(value)) throw new Error('is not a string of hex digits')
  return BigInt(`0x${value}`)
}

/** Reads one of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Read<T> {
  return (value) => {
    const word = words.find((known) => known === value)
    if (word === undefined) throw new Error(`is not one of ${words.join(', ')}`)
    return word
  }
}

/** Reads an array. */
export function list<T>(read: Read<T>): Read<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Error('is not an array')
    return value.map((entry, index) => within(String(index), () => read(entry)))
  }
}

/** Reads an object of any keys. */
export function dictionary<T>(read: Read<T>): Read<Record<string, T>> {
  return (value) =>
    Object.fromEntries(Object.entries(object(value)).map(([key, entry]) => [key, within(key, () => read(entry))]))
}

/** Reads an object of known keys: `make` asks for each by name. */
export function record<T extends object>(make: (fields: Fields) => T): Read<Present<T>> {
  return (value) => present(make(new Fields(object(value))))
}

/** The fields of a JSON object; those that nobody asks for are passed over. */
export class Fields {
  constructor(readonly values: Readonly<Record<string, unknown>>) {}

  /** A field that must be there. */
  need<T>(name: string, read: Read<T>): T {
    return within(name, () => read(this.values[name]))
  }

  /** A field that may be absent. */
  may<T>(name: string, read: Read<T>): T | undefined {
    return this.values[name] === undefined ? undefined : this.need(name, read)
  }

  /** Bytes written as text, or in base64 beside it where they are not UTF-8. */
  bytes(name: string): Uint8Array | undefined {
    const base64 = this.may(`${name}Base64`, text)
    if (base64 !== undefined) return new Uint8Array(Buffer.from(base64, 'base64'))
    const plain = this.may(name, text)
    return plain === undefined ? undefined : new TextEncoder().encode(plain)
  }
}

function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is not an object')
  return value as Record<string, unknown>
}

function within<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const message = (error as Error).message
    throw new Error(message.startsWith('is ') ? `${name} ${message}` : `${name}.${message}`)
  }
}
