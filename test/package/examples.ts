/** An example of a document: what runs, and what it says that it prints. */
export interface Example {
  /** The heading that it stands below. */
  readonly about: string
  /** 1-based line of its first line in the document. */
  readonly line: number
  readonly code: string
  readonly output: string
}

const ARROW = '// → '
const NEXT = '//   '

/** Every ```js example of a Markdown text. */
export function examplesOf(markdown: string): readonly Example[] {
  const examples: Example[] = []
  let about = ''
  let line = 1
  for (const [index, part] of markdown.split(/^```(.*)\n/m).entries()) {
    // Text, the word behind the fence, what is fenced, and the (empty) word behind the fence's end, over and over.
    if (index % 4 === 0) about = /^## (.*)$/m.exec(part.slice(part.lastIndexOf('\n## ')))?.[1] ?? about
    if (index % 4 === 2 && fenced(markdown, line) === 'js')
      examples.push({ about, line, code: part, output: outputOf(part) })
    line += index % 2 === 0 ? part.split('\n').length - 1 : 1
  }
  return examples
}

/** The word behind the fence above a line. */
function fenced(markdown: string, line: number): string | undefined {
  return markdown.split('\n')[line - 2]?.slice('```'.length)
}

function outputOf(code: string): string {
  let output = ''
  let within = false
  for (const line of code.split('\n')) {
    within = line.startsWith(ARROW) || (within && line.startsWith(NEXT))
    if (within) output += `${line.slice(ARROW.length)}\n`
  }
  return output
}
