export class Mirrors {
  readonly archive: string
  readonly security: string
  readonly signedBy: string | undefined
  constructor(archive: string, security: string, signedBy: string | undefined)
  lines(suite: string, architectures: readonly string[]): string[]
}

export function findMirrors(etc?: string): Mirrors
