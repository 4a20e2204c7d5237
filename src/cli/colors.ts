import pc from 'picocolors'

/** Functions that wrap text in colour codes, or give it back as it is. */
export type Colors = Pick<
  ReturnType<typeof pc.createColors>,
  'isColorSupported' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan'
>

/** No colours. */
const PLAIN: Colors = {
  isColorSupported: false,
  bold: String,
  dim: String,
  red: String,
  green: String,
  yellow: String,
  magenta: String,
  cyan: String,
}

/** When colours are used. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const

/** The colours for a stream: as asked, else on a terminal where NO_COLOR is not set. */
export function colorsFor(when: string | undefined, stream: { readonly isTTY?: boolean }): Colors {
  const { NO_COLOR = '', TERM } = process.env
  const auto = stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb'
  // The library looks at stdout as it is loaded, which takes longer than a short answer; so it is not, without need.
  return when === 'always' || (when !== 'never' && auto) ? pc.createColors(true) : PLAIN
}
