import { MemmapsError } from '../report/errors.js'
import { findTool } from './find-tool.js'
import { present } from './present.js'
import { runTool, type ToolLimits, type ToolRun } from './tool.js'
import type { Tool } from './types.js'

/** How each tool is asked for its version, and how it says it. */
const VERSIONS: Readonly<Record<string, { readonly option: string; readonly answer: RegExp }>> = {
  lsof: { option: '-v', answer: /revision: (\S+)/ },
  pmap: { option: '-V', answer: /(?:procps-ng |procps version )([^\s)]+)/ },
}

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
      const path = this.#found.get(name) ?? findTool(name, this.paths[name])
      this.#found.set(name, path)
      return await runTool(path, args, this.limits)
    } catch (error) {
      if (error instanceof MemmapsError && error.code !== 'tool-failed') this.#failed.set(name, error)
      throw error
    }
  }

  /** The tools that were found, each with its version where it says one. */
  async tools(): Promise<Record<string, Tool>> {
    const tools: Record<string, Tool> = {}
    for (const [name, path] of this.#found) tools[name] = present({ path, version: await this.version(name) })
    return tools
  }

  /** The version that a tool says it is of; undefined for one that is missing, or says none. */
  async version(name: string): Promise<string | undefined> {
    const question = VERSIONS[name]
    if (question === undefined || this.#failed.has(name)) return undefined
    try {
      const { stdout, stderr } = await this.run(name, [question.option])
      return question.answer.exec(Buffer.concat([stdout, stderr]).toString('latin1'))?.[1]
    } catch {
      return undefined
    }
  }
}
