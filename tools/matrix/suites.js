import { isBefore } from '../../dist/src/model/version.js'

/**
 * The suites of Debian whose tools are run, oldest first.
 *
 * @type {readonly { suite: string, packages: readonly string[] }[]}
 */
export const SUITES = [
  { suite: 'bullseye', packages: ['lsof', 'procps', 'libc-bin'] },
  { suite: 'bookworm', packages: ['lsof', 'procps', 'toybox'] },
  { suite: 'trixie', packages: ['lsof', 'procps', 'toybox'] },
  { suite: 'sid', packages: ['lsof', 'procps', 'toybox'] },
]

const LSOF = [
  '',
  '-nP',
  '-F',
  '-F0',
  '-FpcLRgftaliDdskonTm',
  '-F0n',
  '-R',
  '-g',
  '+L',
  '-R -g +L',
  '-s',
  '-o',
  '-o8',
  '+fg',
  '+fG',
  '-F +fg',
  '+c0',
  '+c15',
  '+c4',
  '-l',
  '-w',
  '-K i',
]
const LSOF_ONLY = ['mem', 'txt', 'DEL', 'mem,txt']
const LSOF_SINCE = [
  ['4.98.0', '-H'],
  ['4.99.7', '-J'],
  ['4.99.7', '-j'],
]

const PMAP = ['', '-x', '-d', '-X', '-XX', '-p', '-q', '-xp', '-xq', '-dp', '-dq', '-Xp', '-Xq', '-XXp', '-XXq']

/** Those of them that are enough for one of many inputs. */
const LSOF_FEW = ['', '-F0', '+c0 -o']
const PMAP_FEW = ['', '-x', '-d', '-X', '-XX', '-p', '-q', '-xp', '-dp', '-Xp', '-XXp']

/**
 * Every way in which a tool is called for an input.
 *
 * @param {'lsof' | 'procps' | 'toybox' | 'busybox'} program
 * @param {string} version
 * @param {import('./inputs.js').Input} input
 * @returns {{ words: string[], locale: 'C' | 'C.UTF-8', whole: boolean }[]} whole: one process with all its mappings
 */
export function callsOf(program, version, input) {
  if (program === 'lsof') return lsofCalls(version, input)
  const pids = input.pids.map(String)
  const modes =
    program === 'procps'
      ? procpsModes(version, input)
      : program === 'toybox'
        ? ['', '-x', '-p', '-q', '-xp']
        : ['', '-x', '-q', '-xq']
  const locales = program === 'procps' ? localesOf(input) : ['C']
  return modes.flatMap((mode) =>
    locales.map((locale) => ({
      words: [...split(mode), ...pids],
      locale,
      whole: !/-A|-x -d/.test(mode) && pids.length === 1,
    })),
  )
}

function procpsModes(version, { texts, synthetic }) {
  if (synthetic) return PMAP_FEW
  const names = isBefore(version, '4.0.6') ? [] : ['-k', '-kp', '-xk', '-Xk']
  const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+) .*\n(?:.*\n){9}/m.exec(texts[0].maps.toString('latin1')) ?? []
  const ranges =
    start === undefined
      ? []
      : ['', '-x ', '-d ', '-X '].flatMap((mode) => [
          `${mode}-A ${start}`,
          `${mode}-A 0x${start},${end}`,
          `${mode}-A ,${end}`,
          `${mode}-A ${start},`,
        ])
  return [...PMAP, ...names, ...ranges, '--extended', '--device --quiet', '--show-path', '-r', '-x -d']
}

function lsofCalls(version, input) {
  const { pids, synthetic } = input
  const select = ['-a', '-p', pids.join(',')]
  const call = (locale, descriptors, mode) => ({
    words: [...select, '-d', descriptors, ...split(mode)],
    locale,
    whole: descriptors === 'mem,txt,DEL' && pids.length === 1,
  })
  const modes = synthetic
    ? LSOF_FEW
    : [...LSOF, ...LSOF_SINCE.filter(([since]) => !isBefore(version, since)).map(([, mode]) => mode)]
  const locales = localesOf(input)
  return [
    ...locales.flatMap((locale) => modes.map((mode) => call(locale, 'mem,txt,DEL', mode))),
    ...(synthetic ? [] : LSOF_ONLY.flatMap((descriptors) => ['', '-F0'].map((mode) => call('C', descriptors, mode)))),
  ]
}

/** Both; of hand-made texts in plain ASCII, which every locale prints alike, one. */
function localesOf({ texts, synthetic }) {
  const isPlain = texts.every(({ maps, smaps }) => [maps, smaps].every((text) => text.every((byte) => byte < 0x80)))
  return synthetic && isPlain ? ['C'] : ['C', 'C.UTF-8']
}

function split(mode) {
  return mode.split(' ').filter(Boolean)
}
