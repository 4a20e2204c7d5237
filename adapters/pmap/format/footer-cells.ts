/** Numbers with blanks in front up to `width`, and a blank between each two. */
export function cells(values: readonly (bigint | undefined)[], width: number): string {
  return values.map((value) => String(value).padStart(width)).join(' ')
}

/** Numbers as `%*d` with the blank flag prints them: at least one blank stands in front of each. */
export function spaced(values: readonly (bigint | undefined)[], width: number): string {
  return values.map((value) => ` ${value}`.padStart(width)).join('')
}

/** Text with blanks behind it up to `width`. */
export function left(text: string, width: number): string {
  return text.padEnd(width)
}
