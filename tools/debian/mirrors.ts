import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian's archive and its security updates are, as this machine's own apt has it. */
export class Mirrors {
  constructor(
    /** Address of the archive, without a slash at its end. */
    readonly archive: string,
    readonly security: string,
    /** Path of the keyring. */
    readonly signedBy: string | undefined,
  ) {}

  /** The lines of a sources.list for a suite: `bookworm`, `trixie-backports`, `sid` …; of its packages or of their sources. */
  lines(suite: string, architectures: readonly string[], kind: 'deb' | 'deb-src' = 'deb'): string[] {
    const options = [
      ...(architectures.length === 0 ? [] : [`arch=${architectures.join(',')}`]),
      ...(this.signedBy === undefined ? [] : [`signed-by=${this.signedBy}`]),
    ]
    const inBrackets = options.length === 0 ? '' : `[${options.join(' ')}] `
    const line = (uri: string, name: string): string => `${kind} ${inBrackets}${uri} ${name} main`
    if (suite.endsWith('-backports')) {
      return [line(this.archive, suite), line(this.archive, suite.replace(/-backports$/, ''))]
    }
    if (suite === 'experimental') return [line(this.archive, suite), line(this.archive, 'sid')]
    if (suite === 'sid' || suite === 'forky') return [line(this.archive, suite)]
    return [line(this.archive, suite), line(this.archive, `${suite}-updates`), line(this.security, `${suite}-security`)]
  }
}

/** A source of packages as apt's configuration names it. */
interface Source {
  readonly uri: string
  readonly suite: string
  readonly signedBy: string | undefined
}

/** Reads apt's own configuration, below a folder: the first source of each kind, in either of its two spellings. */
export function findMirrors(etc = '/etc/apt'): Mirrors {
  const sources = filesOf(etc).flatMap((text) => [...oneLine(text), ...stanzas(text)])
  const debian = sources.filter(({ uri }) => /\/debian(?:-security)?\/?$/.test(uri))
  const archive = debian.find(({ suite }) => !suite.includes('-security'))
  if (archive === undefined) {
    throw new Error(`${etc} names no mirror of Debian: this needs a Debian machine, or one whose apt knows Debian`)
  }
  const security = debian.find(({ suite }) => suite.includes('-security'))
  const plain = (uri: string): string => uri.replace(/\/$/, '')
  return new Mirrors(plain(archive.uri), plain(security?.uri ?? `${plain(archive.uri)}-security`), archive.signedBy)
}

function filesOf(etc: string): string[] {
  const parts = join(etc, 'sources.list.d')
  const paths = [join(etc, 'sources.list'), ...listed(parts).map((name) => join(parts, name))]
  return paths.flatMap((path) => {
    try {
      return [readFileSync(path, 'utf8')]
    } catch {
      return []
    }
  })
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** Sources of the old spelling: `deb [signed-by=KEY] URI SUITE COMPONENT …`. */
function oneLine(text: string): Source[] {
  return [...text.matchAll(/^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)/gm)].map(([, options = '', uri, suite]) => ({
    uri: uri as string,
    suite: suite as string,
    signedBy: /signed-by=(\S+)/.exec(options)?.[1],
  }))
}

/** Sources of the new spelling: paragraphs with `URIs:`, `Suites:` and `Signed-By:`. */
function stanzas(text: string): Source[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const field = (name: string): string | undefined => new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(paragraph)?.[1]
    const uri = field('URIs')
    const suite = field('Suites')
    return uri === undefined || suite === undefined ? [] : [{ uri, suite, signedBy: field('Signed-By') }]
  })
}
