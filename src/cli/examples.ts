/** The end of a command's help: commands to try, and what each does. */
export function examples(...list: readonly (readonly [command: string, what: string])[]): string {
  const width = Math.max(...list.map(([command]) => command.length))
  return `\nExamples:\n${list.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}`
}
