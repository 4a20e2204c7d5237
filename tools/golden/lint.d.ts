/** What is wrong with the golden folder itself, as sentences. */
export function lint(root: string): string[]
