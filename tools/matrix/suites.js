/**
 * The suites of Debian whose tools are run, oldest first.
 *
 * @type {readonly { suite: string, packages: readonly string[] }[]}
 */
export const SUITES = [
  { suite: 'bullseye', packages: ['lsof', 'procps'] },
  { suite: 'bookworm', packages: ['lsof', 'procps', 'toybox'] },
  { suite: 'trixie', packages: ['lsof', 'procps', 'toybox'] },
  { suite: 'sid', packages: ['lsof', 'procps', 'toybox'] },
]

const PMAP = ['', '-x', '-d', '-X', '-XX', '-p', '-q', '-xp', '-xq', '-dp', '-dq', '-Xp', '-Xq', '-XXp', '-XXq']
const LSOF = ['', '-F', '-F0', '-R -g +L', '-s', '-o', '+fg', '+c0', '-l', '-w']

/**
 * Every way in which a tool of a root is called for a process.
 *
 * @param {readonly string[]} packages those that the root has
 * @param {number} pid
 * @returns {{ program: string, args: string[] }[]}
 */
export function callsOf(packages, pid) {
  const words = (text) => text.split(' ').filter(Boolean)
  const calls = []
  if (packages.includes('procps')) {
    for (const mode of PMAP) calls.push({ program: 'usr/bin/pmap', args: [...words(mode), String(pid)] })
  }
  if (packages.includes('lsof')) {
    const select = ['-nP', '-a', '-p', String(pid), '-d', 'mem,txt,DEL']
    for (const mode of LSOF) calls.push({ program: 'usr/bin/lsof', args: [...select, ...words(mode)] })
  }
  if (packages.includes('toybox')) {
    for (const mode of ['', '-x', '-p', '-q']) {
      calls.push({ program: 'usr/bin/toybox', args: ['pmap', ...words(mode), String(pid)] })
    }
  }
  return calls
}
