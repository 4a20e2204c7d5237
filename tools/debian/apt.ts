import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { execa } from 'execa'
import { findMirrors } from './mirrors.js'

/** What a program printed, and its exit status. */
interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | undefined
}

/** How long the lists of packages count as new, in milliseconds. */
const FRESH = 24 * 60 * 60 * 1000

/**
 * An apt of its own for one suite and architecture, below a folder: it knows no installed package, and never touches the
 * machine's apt.
 */
export class SuiteApt {
  readonly root: string

  constructor(
    folder: string,
    readonly suite: string,
    /** Debian's name: `amd64`, `armhf` … */
    readonly architecture: string,
  ) {
    this.root = join(folder, 'apt', `${suite}-${architecture}`)
  }

  /**
   * Downloads the lists of packages, and of their sources where those are wanted, unless it did so within a day. Throws where the
   * mirror has no list of the suite at all.
   */
  async update(withSources = false): Promise<void> {
    const lists = join(this.root, 'lists')
    const stamp = join(this.root, 'updated')
    if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < FRESH) {
      if (!withSources || this.#listsSources()) return
    }
    for (const part of ['lists/partial', 'archives/partial', 'etc'])
      mkdirSync(join(this.root, part), { recursive: true })
    const mirrors = findMirrors()
    const sources = mirrors.lines(this.suite, [this.architecture])
    if (withSources || this.#listsSources()) sources.push(...mirrors.lines(this.suite, [], 'deb-src'))
    writeFileSync(join(this.root, 'status'), '')
    writeFileSync(join(this.root, 'sources.list'), `${sources.join('\n')}\n`)
    writeFileSync(join(this.root, 'apt.conf'), this.#configuration(lists))
    // A list that the mirror has not, or has an older copy of, is no reason to do without the others.
    const { exitCode, stderr } = await this.run('apt-get', ['update'], { reject: false })
    if (exitCode !== 0 && !this.#hasLists(lists)) throw new Error(`apt-get update of ${this.suite}: ${stderr}`)
    writeFileSync(stamp, '')
  }

  /** Downloads packages with all that they need, into a folder of that name; gives the paths of its .deb files. */
  async download(names: readonly string[], key = 'archives'): Promise<string[]> {
    await this.update()
    const archives = join(this.root, key)
    mkdirSync(join(archives, 'partial'), { recursive: true })
    const options = ['-o', `Dir::Cache::archives=${archives}`, '-y', '--no-install-recommends', '--download-only']
    const install = [...options, 'install', ...this.#qualified(names)]
    const { exitCode } = await this.run('apt-get', install, { reject: false })
    // The lists of updates may name what the mirror has dropped; the suite itself still has an older version.
    if (exitCode !== 0) await this.run('apt-get', ['-o', `APT::Default-Release=${this.suite}`, ...install])
    return newestOf(debsIn(archives))
  }

  /** Downloads packages without what they need; gives the paths of their .deb files. */
  async downloadAlone(names: readonly string[]): Promise<string[]> {
    await this.update()
    const folder = join(this.root, 'alone', names.join(' '))
    mkdirSync(folder, { recursive: true })
    if (debsIn(folder).length < names.length) {
      await this.run('apt-get', ['download', ...this.#qualified(names)], { cwd: folder })
    }
    return debsIn(folder)
  }

  /** Downloads the upstream source of a package into a folder; gives the path of the archive. */
  async source(name: string, folder: string): Promise<string> {
    await this.update(true)
    await this.run('apt-get', ['source', '--download-only', name], { cwd: folder })
    const archive = readdirSync(folder).find((file) => /\.orig\.tar\.[a-z0-9]+$/.test(file))
    if (archive === undefined) throw new Error(`${this.suite} has no source of ${name}`)
    return join(folder, archive)
  }

  /** Those of the names that the suite has packages of. */
  async available(names: readonly string[]): Promise<string[]> {
    const versions = await Promise.all(names.map((name) => this.versionOf(name)))
    return names.filter((_, at) => versions[at] !== undefined)
  }

  /** The names of packages that fit a pattern of apt-cache's (POSIX, extended). */
  async search(pattern: string): Promise<string[]> {
    await this.update()
    const { stdout } = await this.run('apt-cache', ['search', '--names-only', pattern])
    return stdout.split('\n').map((line) => line.split(' ')[0] as string)
  }

  /** The version of a package that the suite has, or undefined. */
  async versionOf(name: string): Promise<string | undefined> {
    await this.update()
    const words = ['show', '--no-all-versions', ...this.#qualified([name])]
    const { stdout, exitCode } = await this.run('apt-cache', words, { reject: false })
    return exitCode === 0 ? /^Version: (.*)$/m.exec(stdout)?.[1] : undefined
  }

  /** Runs a program of apt on this state. */
  async run(program: string, words: readonly string[], options: { cwd?: string; reject?: boolean } = {}): Promise<Ran> {
    const env = { APT_CONFIG: join(this.root, 'apt.conf'), LC_ALL: 'C' }
    const { stdout, stderr, exitCode } = await execa(program, words, { env, ...options })
    return { stdout: String(stdout), stderr: String(stderr), exitCode }
  }

  #qualified(names: readonly string[]): string[] {
    return names.map((name) => `${name}:${this.architecture}`)
  }

  #listsSources(): boolean {
    const path = join(this.root, 'sources.list')
    return existsSync(path) && readFileSync(path, 'utf8').includes('deb-src')
  }

  #hasLists(lists: string): boolean {
    return readdirSync(lists).some((name) => name.includes('_Packages'))
  }

  #configuration(lists: string): string {
    const { root } = this
    return `Dir::State "${root}";
Dir::State::lists "${lists}";
Dir::State::status "${root}/status";
Dir::Cache "${root}";
Dir::Cache::archives "${root}/archives";
Dir::Etc::sourcelist "${root}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Architecture "${this.architecture}";
APT::Architectures { "${this.architecture}"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
Debug::NoLocking "true";
`
  }
}

function debsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.deb'))
    .map((file) => join(folder, file))
}

/** Of several versions of a package the one that was downloaded last. */
function newestOf(debs: readonly string[]): string[] {
  const newest = new Map<string, string>()
  const byTime = debs.toSorted((a, b) => statSync(a).ctimeMs - statSync(b).ctimeMs)
  for (const deb of byTime) newest.set(basename(deb).split('_')[0] as string, deb)
  return [...newest.values()]
}
