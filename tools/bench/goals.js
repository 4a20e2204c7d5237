import { ratio, summary } from './statistics.js'

/**
 * What memmaps promises of its speed, beside what was measured; a section that did not run has no goal.
 *
 * @param {readonly import('./sections.js').Section[]} sections
 * @returns {{ goal: string, measured: string, met: boolean }[]}
 */
export function goals(sections) {
  const live = ['live-maps', 'live-maps-anonymous'].map((name) => {
    const { section, row } = find(sections, name, 'read and parse, chunk by chunk')
    const times = row && ratio(section, row).median
    return goal(`${name}: read and parse in at most 1.5 × the raw read`, times, times <= 1.5, '×')
  })
  const { section: maps, row } = find(sections, 'maps', 'memmaps')
  const { section: smaps, row: smapsRow } = find(sections, 'smaps', 'memmaps')
  const faster = row && 1 / ratio(maps, row).median
  const kept = row && row.memory.keptBesideNames / maps.regions
  const speeds = row && smapsRow && bytesAMillisecond(smaps, smapsRow) / bytesAMillisecond(maps, row)
  const dropIns = [
    dropInGoal(sections, 'lsof', 'lsof: faster than lsof', 1),
    dropInGoal(sections, 'pmap-X', 'pmap-X: at least twice as fast as pmap', 0.5),
    dropInGoal(sections, 'pmap-x', 'pmap-x: faster than pmap', 1),
  ]
  return [
    ...live,
    goal('maps: at least 4 × as fast as the reference parser', faster, faster >= 4, '×'),
    goal('maps: less than 64 bytes a region kept beside the names', kept, kept < 64, 'bytes'),
    goal('smaps: at least as many MB/s as maps', speeds, speeds >= 1, '×'),
    ...dropIns,
  ].filter(({ measured }) => measured !== undefined)
}

/** About the row after the tool's own, where the tool is installed. */
function dropInGoal(sections, name, text, most) {
  const section = sections.find((one) => one.name === name)
  const [tool, row] = section?.rows ?? []
  const times = tool?.walls.length > 0 ? ratio(section, row).median : undefined
  return goal(text, times, times <= most, '×')
}

function goal(text, value, met, unit) {
  return { goal: text, measured: value === undefined ? undefined : `${value.toFixed(2)} ${unit}`, met }
}

function find(sections, name, contender) {
  const section = sections.find((one) => one.name === name)
  return { section, row: section?.rows.find((one) => one.name === contender) }
}

function bytesAMillisecond({ bytes }, { walls }) {
  return bytes / summary(walls).median
}
