import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { findMirrors } from './mirrors.js'

/** How long the lists of packages count as new, in milliseconds. */
const FRESH = 24 * 60 * 60 * 1000

/**
 * An apt of its own for one suite and architecture, below a folder: it knows no installed package, and never touches the
 * machine's apt.
 */
export class SuiteApt {
  /**
   * @param {string} folder
   * @param {string} suite
   * @param {string} architecture Debian's name: `amd64`, `armhf` …
   */
  constructor(folder, suite, architecture) {
    this.root = join(folder, 'apt', `${suite}-${architecture}`)
    this.suite = suite
    this.architecture = architecture
  }

  /** Downloads the lists of packages, unless it did so within a day. */
  async update() {
    const lists = join(this.root, 'lists')
    const stamp = join(this.root, 'updated')
    if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < FRESH && this.#listsSources()) return
    for (const part of ['lists/partial', 'archives/partial', 'etc'])
      mkdirSync(join(this.root, part), { recursive: true })
    const mirrors = findMirrors()
    const sources = [...mirrors.lines(this.suite, [this.architecture]), ...mirrors.lines(this.suite, [], 'deb-src')]
    writeFileSync(join(this.root, 'status'), '')
    writeFileSync(join(this.root, 'sources.list'), `${sources.join('\n')}\n`)
    writeFileSync(join(this.root, 'apt.conf'), this.#configuration(lists))
    await this.run('apt-get', ['update'])
    writeFileSync(stamp, '')
  }

  /**
   * Downloads packages with all that they need.
   *
   * @param {readonly string[]} names
   * @returns {Promise<string[]>} the paths of the .deb files
   */
  async download(names) {
    await this.update()
    const archives = join(this.root, 'archives')
    const options = ['-y', '--no-install-recommends', '--download-only']
    await this.run('apt-get', [...options, 'install', ...names.map((name) => `${name}:${this.architecture}`)])
    return readdirSync(archives)
      .filter((file) => file.endsWith('.deb'))
      .map((file) => join(archives, file))
  }

  /**
   * Downloads the upstream source of a package into a folder.
   *
   * @param {string} name
   * @param {string} folder
   * @returns {Promise<string>} the path of the archive
   */
  async source(name, folder) {
    await this.update()
    await this.run('apt-get', ['source', '--download-only', name], { cwd: folder })
    const archive = readdirSync(folder).find((file) => /\.orig\.tar\.[a-z0-9]+$/.test(file))
    if (archive === undefined) throw new Error(`${this.suite} has no source of ${name}`)
    return join(folder, archive)
  }

  /**
   * The version of a package that the suite has, or undefined.
   *
   * @param {string} name
   * @returns {Promise<string | undefined>}
   */
  async versionOf(name) {
    await this.update()
    const { stdout, exitCode } = await execa(
      'apt-cache',
      ['show', '--no-all-versions', `${name}:${this.architecture}`],
      {
        env: this.#env(),
        reject: false,
      },
    )
    return exitCode === 0 ? /^Version: (.*)$/m.exec(stdout)?.[1] : undefined
  }

  /** Runs a program of apt on this state. */
  async run(program, args, options = {}) {
    return execa(program, args, { env: this.#env(), ...options })
  }

  #listsSources() {
    return readFileSync(join(this.root, 'sources.list'), 'utf8').includes('deb-src')
  }

  #env() {
    return { APT_CONFIG: join(this.root, 'apt.conf'), LC_ALL: 'C' }
  }

  #configuration(lists) {
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
