import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Subject, subjectOf } from './subject.js'

/** The captures below a folder, of processes that faults can be put into; `onOne` is told how many there are so far. */
export function subjectsBelow(root: string, onOne: (count: number) => void = () => {}): Subject[] {
  const subjects: Subject[] = []
  for (const path of foldersBelow(root)) {
    const subject = subjectOf(relative(root, path), path)
    if (subject === undefined) continue
    subjects.push(subject)
    onOne(subjects.length)
  }
  return subjects
}

function foldersBelow(root: string): string[] {
  if (existsSync(join(root, 'capture.json'))) return [root]
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => foldersBelow(join(root, name)))
}
