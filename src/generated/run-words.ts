/** All words of a run about processes, the options among them. */
export function runWords(
  tool: 'lsof' | 'pmap',
  options: readonly string[],
  pids: readonly string[],
): readonly string[] {
  const asked = tool === 'pmap' ? pids : ['-nP', '-a', '-p', pids.join(','), '-d', 'mem,txt,DEL']
  return [...options, ...asked]
}
