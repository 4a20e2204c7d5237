import type { CounterColumn } from '../../src/model/counters.js'
import type { CounterBlock } from './counter-block.js'
import { Layout, type LayoutLine } from './layout.js'

/**
 * A place in a record: stands for the lines read so far, in their order and spacing.
 *
 * The records of a text walk down one tree, each line a step, so that two records laid out alike end in the same node, and
 * the step that the last record took foretells the next line.
 */
export class LayoutNode {
  /** The step that the last record took from here. */
  likely: LayoutNode | undefined
  /** Reads the counters that follow here. */
  block: CounterBlock | undefined
  /** The number of the layout that ends here; −1 while no record has. */
  layoutId = -1
  /** Every step ever taken; made for the second, as most places have one. */
  #steps: Map<LayoutLine, LayoutNode> | undefined

  /** True below the line of the vmFlags. */
  readonly hasFlags: boolean

  constructor(
    readonly parent?: LayoutNode | undefined,
    readonly line?: LayoutLine | undefined,
    /** Where the line's number goes, if it is a counter's. */
    readonly column?: CounterColumn | undefined,
  ) {
    this.hasFlags = line?.kind === 'flags' || parent?.hasFlags === true
  }

  /** Takes the step of a line; lines laid out alike must be the same object. */
  step(line: LayoutLine, column?: CounterColumn): LayoutNode {
    const { likely } = this
    if (likely?.line === line) return likely
    let next = this.#steps?.get(line)
    if (next === undefined) {
      next = new LayoutNode(this, line, column)
      if (likely !== undefined) {
        this.#steps ??= new Map([[likely.line as LayoutLine, likely]])
        this.#steps.set(line, next)
      }
    }
    this.likely = next
    return next
  }

  /** The layout of a record that ends here. */
  layout(): Layout {
    const lines: LayoutLine[] = []
    for (let node: LayoutNode = this; node.parent !== undefined; node = node.parent) lines.push(node.line as LayoutLine)
    return new Layout(lines.reverse())
  }
}
