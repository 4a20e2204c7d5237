import { adapters } from '../../adapters/index.js'
import { refuseFolder, saveCapture } from '../capture/folder.js'
import { MemmapsError } from '../report/errors.js'
import { printable, printableJson } from '../report/printable.js'
import { compareSnapshot } from './compare-snapshot.js'
import { type LiveOptions, liveSnapshot } from './live-snapshot.js'
import { writeOut } from './output.js'
import { problemLines } from './problem-lines.js'
import { snapshotTitle, withoutMappings } from './snapshot-title.js'
import { allViewRequests } from './snapshot-views.js'

/** Options of `memmaps capture`. */
export interface CaptureCommandOptions extends LiveOptions {
  /** The folder. */
  readonly output: string
  /** Replaces the capture that is in the folder. */
  readonly force?: boolean
  readonly json?: boolean
}

/** Runs `memmaps capture`; gives the exit status: 0 when every view is there and the process stood still, else 2. */
export async function runCapture(pid: string, options: CaptureCommandOptions): Promise<number> {
  if (!/^\d+$/.test(pid)) throw new MemmapsError('usage', `${pid} is not a pid`, 'name a number, as ps prints it')
  refuseFolder(options.output, { force: options.force ?? false })
  const snapshot = await liveSnapshot(Number(pid), allViewRequests(adapters), options)
  saveCapture(options.output, snapshot, { force: options.force ?? false })
  const { comparison, problems } = compareSnapshot(adapters, snapshot)
  const lines = [
    snapshotTitle(snapshot),
    `${snapshot.texts.length} views in ${options.output}`,
    ...problemLines(problems, (text) => text),
    withoutMappings(snapshot) ?? `compare says: ${comparison.verdict}`,
  ]
  const said = { output: options.output, verdict: comparison.verdict, views: snapshot.texts.length, problems }
  await writeOut(options.json ? `${printableJson(JSON.stringify(said))}\n` : `${lines.map(printable).join('\n')}\n`)
  return snapshot.moved || problems.length > 0 ? 2 : 0
}
