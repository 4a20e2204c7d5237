import { MemmapsError } from '../report/errors.js'
import { findTool } from './find-tool.js'
import { present } from './present.js'
import { runTool, type ToolLimits, type ToolRun } from './tool.js'
import { toolVersion } from './tool-version.js'
import type { Tool } from './types.js'

/** Runs tools by name. One that is missing or too slow is not tried again: its first failure is its answer. */
export class Toolbox {
  readonly #found: Map<string, string> = new Map()
  readonly #failed: Map<string, MemmapsError> = new Map()

  constructor(
    /** Path of each tool that somebody chose; the others are looked for. */
    readonly paths: Readonly<Record<string, string>>,
    readonly limits: ToolLimits,
  ) {}

  /** Runs a tool; throws a MemmapsError when it is missing, cannot be run, or takes too long. */
  async run(name: string, args: readonly string[]): Promise<ToolRun> {
    const failure = this.#failed.get(name)
    if (failure !== undefined) throw failure
    try {
      return await runTool(this.#pathOf(name), args, this.limits)
    } catch (error) {
      if (error instanceof MemmapsError && error.code !== 'tool-failed') this.#failed.set(name, error)
      throw error
    }
  }

  /** The tools that were found, each with its version where it says one. */
  tools(): Record<string, Tool> {
    const tools: Record<string, Tool> = {}
    for (const [name, path] of this.#found) tools[name] = present({ path, version: this.version(name) })
    return tools
  }

  /** The version that a tool says it is of; undefined for one that is missing, or says none. */
  version(name: string): string | undefined {
    if (this.#failed.has(name)) return undefined
    try {
      return toolVersion(name, this.#pathOf(name), this.limits.timeLimit)
    } catch {
      return undefined
    }
  }

  #pathOf(name: string): string {
    const path = this.#found.get(name) ?? findTool(name, this.paths[name])
    this.#found.set(name, path)
    return path
  }
}
