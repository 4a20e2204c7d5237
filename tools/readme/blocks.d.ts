export interface Shown {
  readonly command: string
  readonly output: string
  readonly from: number
  readonly to: number
}

export function shownCommands(page: string): Shown[]
export function shape(output: string): string
export function looksLike(shown: Pick<Shown, 'command' | 'output'>, output: string): boolean
