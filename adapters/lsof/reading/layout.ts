import type { Column } from '../table/header.js'

/** Where the cells of a table's rows stand, so that they are written back there. */
export class TableLayout {
  constructor(
    /** The line of titles, as it was read. */
    readonly heading: Uint8Array,
    readonly columns: readonly Column[],
    /** The lines between the last row and the next look: the rule of `lsof -r`, and blank ones. */
    readonly after: readonly Uint8Array[] = [],
  ) {}
}

/** The letters of -F that a file's set has, and those of its process's set, in their order. */
export class FieldsLayout {
  constructor(
    readonly process: string,
    readonly file: string,
    /** The line by which `lsof -r` ends a look, behind its last file. */
    readonly mark: Uint8Array | undefined = undefined,
  ) {}
}

/** A key of lsof's JSON. */
export interface KeyLayout {
  readonly name: string
  /** True for a value that stands without quotes. */
  readonly bare: boolean
}

/** The keys of an object of lsof's JSON in their order, and of its process where that is another object. */
export class JsonLayout {
  constructor(
    readonly process: readonly KeyLayout[],
    readonly file: readonly KeyLayout[],
    /** What `lsof_version` says; nothing where it does not stand. */
    readonly version: Uint8Array | undefined,
  ) {}
}
