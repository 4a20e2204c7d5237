export class Mirrors {
  readonly archive: string
  readonly security: string
  readonly signedBy: string | undefined
  constructor(archive: string, security: string, signedBy: string | undefined)
  lines(suite: string, architectures: readonly string[], kind?: 'deb' | 'deb-src'): string[]
}

export function findMirrors(etc?: string): Mirrors
