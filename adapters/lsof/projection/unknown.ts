import type { Facts } from '../../../src/adapter.js'
import type { Executable } from './executable.js'

/** What could not be known of mappings, as sentences for people. */
export function notKnown({ stats, process }: Facts, exe: Executable | undefined): string[] {
  const unknown: string[] = []
  if (exe === undefined)
    unknown.push('which file is the executable, so one file with an executable mapping may be missing')
  if (stats === undefined) unknown.push('what the paths led to, so TYPE, SIZE and DEL are not held against anything')
  if (process?.sameMountNamespace === false && stats?.get('exe') === undefined)
    unknown.push('what the paths led to in the other mount namespace')
  return unknown
}
