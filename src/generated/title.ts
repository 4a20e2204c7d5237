import type { ToolRun } from '../../arbitraries/tool-runs.js'

/** A run of a tool for people: `lsof -F0 (4.95.0, LC_ALL=C)` */
export function titleOf(tool: string, { version, words, locale }: ToolRun): string {
  const at = version.indexOf('-')
  const program = at < 0 ? '' : `${version.slice(0, at)} `
  const number = version.slice(at + 1)
  return `${program}${[tool, ...words].join(' ')} (${number}, LC_ALL=${locale === 'C' ? 'C' : 'C.UTF-8'})`
}
