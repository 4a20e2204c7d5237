import { captureFolders } from '../../src/golden/captures.js'
import { type Subject, subjectOf } from './subject.js'

/** The captures below a folder, of processes that faults can be put into; `onOne` is told how many there are so far. */
export function subjectsBelow(root: string, onOne: (count: number) => void = () => {}): Subject[] {
  const subjects: Subject[] = []
  for (const { name, path } of captureFolders(root)) {
    const subject = subjectOf(name, path)
    if (subject === undefined) continue
    subjects.push(subject)
    onOne(subjects.length)
  }
  return subjects
}
