export function runInBash(commands: readonly string[]): { readonly output: string; readonly status: number }[]
