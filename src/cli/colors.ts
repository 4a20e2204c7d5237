import pc from 'picocolors'

/** The colours that are used. */
const USED = ['bold', 'dim', 'red', 'green', 'yellow', 'magenta', 'cyan'] as const

/** Functions that wrap text in colour codes, or give it back as it is. */
export type Colors = Readonly<Record<(typeof USED)[number], (text: string) => string>> & {
  readonly isColorSupported: boolean
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

const PLAIN: Colors = {
  isColorSupported: false,
  ...(Object.fromEntries(USED.map((name) => [name, String])) as Record<(typeof USED)[number], (text: string) => string>),
}
