/** What pmap -X or -XX printed, but for Pss, which a running pmap changes, and for the widths that follow it. */
export function withoutPss(text: string, words: readonly string[]): string
