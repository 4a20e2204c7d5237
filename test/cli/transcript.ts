/** A command and what it must do, as a file in `transcripts/` says it. */
export interface Transcript {
  /** What the case shows, in a sentence. */
  readonly about: string
  /** Shell commands that must succeed where this can be tried. */
  readonly needs: readonly string[]
  readonly command: string
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** What stands in a transcript for text that differs from run to run. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  pid: '\\d+',
  number: '\\d+',
  hex: '[0-9a-f]+',
  size: '[0-9.,]+ (?:[KMGTPE]i)?B',
  time: '[0-9T:.-]+Z?',
  version: '\\d+\\.\\d+\\.\\d+',
  any: '.*',
}

/** Reads a transcript: a sentence, `needs SHELL COMMAND` lines, `$ COMMAND`, `status N`, then `stdout:` and `stderr:` with what follows them. */
export function readTranscript(text: string): Transcript {
  const [head = '', ...sections] = text.split(/^(?=(?:stdout|stderr):$)/m)
  const lines = head.trimEnd().split('\n')
  const after = (start: string): string[] =>
    lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))
  const section = (name: string): string =>
    sections.find((part) => part.startsWith(`${name}:`))?.slice(name.length + 2) ?? ''
  const [command] = after('$ ')
  const [status] = after('status ')
  if (command === undefined || status === undefined) throw new Error('a transcript needs a $ line and a status line')
  return {
    about: lines[0] as string,
    needs: after('needs '),
    command,
    status: Number(status),
    stdout: section('stdout'),
    stderr: section('stderr'),
  }
}

/** What a text must match: itself, with `{pid}` and the like for what varies, and a line `{...}` for any lines. */
export function pattern(expected: string): RegExp {
  const lines = expected.split('\n').map((line) => (line === '{...}' ? null : escaped(line)))
  const source = lines.map((line, index) => {
    if (line === null) return '(?:.*\\n)*'
    return index === lines.length - 1 ? line : `${line}\\n`
  })
  return new RegExp(`^${source.join('')}$`)
}

function escaped(line: string): string {
  return line
    .split(/(\{[a-z]+\})/)
    .map((part) => {
      const known = /^\{([a-z]+)\}$/.exec(part)?.[1]
      const regex = known === undefined ? undefined : PLACEHOLDERS[known]
      return regex ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
}
