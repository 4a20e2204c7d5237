// What a lab's tools printed, by the name it gave the file: which adapter reads it, how the tool was called, where it goes.

/**
 * The files below proc/ that are views.
 * @param {boolean} narrow Whether addresses are of 32 bits.
 */
export function procViews(narrow) {
  const dialect = narrow ? '32bit' : '64bit'
  return [
    { adapter: 'maps', dialect, name: 'maps' },
    { adapter: 'smaps', dialect, name: 'smaps' },
    { adapter: 'smaps', dialect: 'rollup', name: 'smaps_rollup' },
    { adapter: 'status', dialect: 'default', name: 'status' },
  ]
}

/** Files below proc/ that are kept as evidence beside the views. */
export const PROC_FILES = ['stat']

/** Options of pmap that have a view of their own, and the dialect that each prints. */
const PMAP = ['', 'p', 'x', 'xp', 'd', 'dp', 'X', 'Xp', 'XX', 'XXp']
const PMAP_QUIET = ['q', 'xq', 'dq', 'Xq', 'XXq']

const TOYBOX = [
  { name: 'tb-pmap', dialect: 'toybox', options: [] },
  { name: 'tb-pmap-x', dialect: 'toybox-x', options: ['-x'] },
]

const LSOF = [
  { name: 'lsof-mem', file: 'mem', dialect: 'table', options: ['-p', 'PID', '-a', '-d', 'mem'] },
  {
    name: 'lsof-mem-n',
    file: 'mem-del-txt',
    dialect: 'table',
    options: ['-nP', '-p', 'PID', '-a', '-d', 'mem,DEL,txt'],
  },
  { name: 'lsof-mem-F0', file: 'mem-F0', dialect: 'fields0', options: ['-p', 'PID', '-a', '-d', 'mem', '-F0'] },
  { name: 'lsof-Ffull', file: 'all-F', dialect: 'fields0', options: ['-nP', '-p', 'PID', '-FpcuRgLftaDisnTlk0'] },
]

/**
 * The tool views that a process may have, in the order they were taken.
 * @param {boolean} quiet Whether those of `pmap -q` are wanted too.
 */
export function toolViews(quiet) {
  const options = quiet ? [...PMAP, ...PMAP_QUIET] : PMAP
  return [
    ...options.map((letters) => ({
      name: letters === '' ? 'pmap' : `pmap-${letters}`,
      adapter: 'pmap',
      dialect: letters.replace(/[pq]/g, '') || 'default',
      // Some file systems take X.txt and x.txt for one file.
      file: `pmap/${letters.startsWith('X') ? 'capital-' : ''}${letters || 'default'}.txt`,
      argv: ['pmap', ...(letters === '' ? [] : [`-${letters}`]), 'PID'],
    })),
    ...TOYBOX.map(({ name, dialect, options }) => ({
      name,
      adapter: 'pmap',
      dialect,
      file: `pmap/${dialect}.txt`,
      argv: ['toybox', 'pmap', ...options, 'PID'],
    })),
    ...LSOF.map(({ name, file, dialect, options }) => ({
      name,
      adapter: 'lsof',
      dialect,
      file: `lsof/${file}.txt`,
      argv: ['lsof', ...options],
    })),
  ]
}
