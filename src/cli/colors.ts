import pc from 'picocolors'

/** Functions that wrap text in colour codes, or give it back as it is. */
export type Colors = ReturnType<typeof pc.createColors>

/** When colours are used. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const

/** The colours for a stream: as asked, else on a terminal where NO_COLOR is not set. */
export function colorsFor(when: string | undefined, stream: { readonly isTTY?: boolean }): Colors {
  const { NO_COLOR = '', TERM } = process.env
  const auto = stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb'
  return pc.createColors(when === 'always' || (when !== 'never' && auto))
}
