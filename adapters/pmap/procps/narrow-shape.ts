/** What stands in a row of the modes that pmap makes of maps' own line, in the order of the columns. */
export interface NarrowShape {
  readonly dialect: string
  /** True when the size ends in `K`. */
  readonly hasUnit: boolean
  /** The cells between the size and the mode: counters in kB, or `-` where the tool has nothing to say. */
  readonly cells: readonly ('Rss' | 'Dirty' | '-')[]
  /** True when offset and device stand between mode and name. */
  readonly hasOffset: boolean
  /** Blanks between the mode, or the device, and the name: two before procps-ng 3.3.7. */
  readonly gap: 1 | 2
  /** The heading, blanks and all; the default mode has none. */
  readonly heading: RegExp | undefined
}

const HEX = '(?:[0-9a-f]{8}|[0-9a-f]{16})'
const MODE = '[r-][w-][x-][s-]-'

/** The narrow modes of procps; of two that a row fits, the first takes it. */
export const NARROW_SHAPES: readonly (NarrowShape & { readonly row: RegExp })[] = [
  {
    dialect: 'default-3.2',
    hasUnit: true,
    cells: [],
    hasOffset: false,
    gap: 2,
    heading: undefined,
    row: new RegExp(`^${HEX} +\\d+K ${MODE}  (?:/|  \\[ )`),
  },
  {
    dialect: 'default',
    hasUnit: true,
    cells: [],
    hasOffset: false,
    gap: 1,
    heading: undefined,
    row: new RegExp(`^${HEX} +\\d+K ${MODE} `),
  },
  {
    dialect: 'x-3.3.2',
    hasUnit: false,
    cells: ['Rss', 'Dirty'],
    hasOffset: false,
    gap: 2,
    heading: /^Address +Kbytes +RSS +Dirty Mode {3}Mapping$/,
    row: new RegExp(`^${HEX} +\\d+ +\\d+ +\\d+ ${MODE}    \\[ `),
  },
  {
    dialect: 'x',
    hasUnit: false,
    cells: ['Rss', 'Dirty'],
    hasOffset: false,
    gap: 1,
    heading: /^Address +Kbytes +RSS +Dirty Mode {2}Mapping$/,
    row: new RegExp(`^${HEX} +\\d+ +\\d+ +\\d+ ${MODE} `),
  },
  {
    dialect: 'x-3.2',
    hasUnit: false,
    cells: ['-', '-', '-'],
    hasOffset: false,
    gap: 2,
    heading: /^Address +Kbytes +RSS +Anon +Locked Mode {3}Mapping$/,
    row: new RegExp(`^${HEX} +\\d+ +- +- +- ${MODE}  `),
  },
  {
    dialect: 'd',
    hasUnit: false,
    cells: [],
    hasOffset: true,
    gap: 1,
    heading: /^Address +Kbytes Mode {2}Offset {11}Device {4}Mapping$/,
    row: new RegExp(`^${HEX} +\\d+ ${MODE} [0-9a-f]{16} [0-9a-f]{3,}:[0-9a-f]{5,} `),
  },
]

/** The shape of the rows below a heading. */
export function narrowHeading(text: string): NarrowShape | undefined {
  return NARROW_SHAPES.find(({ heading }) => heading?.test(text))
}

/** The dialect that a row of a narrow mode is of. */
export function narrowRow(text: string): string | undefined {
  return NARROW_SHAPES.find(({ row }) => row.test(text))?.dialect
}
