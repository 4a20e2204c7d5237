import type { Sink } from '../../../src/adapter.js'
import { JsonLayout, type KeyLayout } from '../reading/layout.js'

/** Tells the sink which keys the objects of a process have, once for all that have the same. */
export class Layouts {
  readonly #ids: Map<string, number> = new Map()

  constructor(readonly sink: Sink) {}

  /** Goes to the next process. */
  clear(): void {
    this.#ids.clear()
  }

  /** Says what keys the open region's object has, and its process's. */
  set(process: readonly KeyLayout[], file: readonly KeyLayout[], version: Uint8Array | undefined): void {
    const key = keyOf(process) + keyOf(file)
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.sink.addLayout(new JsonLayout(process, file, version))
      this.#ids.set(key, id)
    }
    this.sink.layout(id)
  }
}

function keyOf(keys: readonly KeyLayout[]): string {
  return `${keys.map(({ name, bare }) => JSON.stringify(name) + (bare ? ' ' : '')).join()};`
}
