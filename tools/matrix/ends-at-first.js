/** All that it says, in every version. */
const COMPLAINT = /^\S*pmap: (?:Unknown format in smaps file!|ERROR: inconsistent detail field in smaps file, line:)/

/**
 * What is left where pmap -X ends at a line that it cannot read, and this line is in the first mapping: it has printed the line of
 * the command, and complains. Ours prints more, or refuses to, for `VmFlags:` says nothing. Where it is in another mapping nothing is excused.
 *
 * @param {readonly object[]} unreadable the mappings with such a line
 * @param {readonly object[]} mappings
 * @param {import('./exceptions.js').Printed} real
 * @param {import('./exceptions.js').Printed} ours
 * @returns {[import('./exceptions.js').Printed, import('./exceptions.js').Printed]}
 */
export function endsAtFirst(unreadable, mappings, real, ours) {
  if (!unreadable.includes(mappings[0]) || real.lines.length !== 2 || !COMPLAINT.test(real.stderr)) return [real, ours]
  if (ours.failure !== undefined) return [real, /has no vmFlags/.test(ours.failure) ? real : ours]
  return [real, { ...ours, lines: [ours.lines[0], ''], exit: real.exit, stderr: real.stderr }]
}
