import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ViewRequest } from './types.js'

/** Where the kernel shows its processes. */
export const PROC = '/proc'

/** What statfs says of the kernel's own file system of processes. */
const PROC_SUPER_MAGIC = 0x9fa0

/** The directory that a user means: `/proc` itself, however it is written, or another one as it is written. */
export function procRootOf(directory: string): string {
  return resolve(directory) === PROC ? PROC : directory.replace(/(?<=.)\/+$/, '')
}

/** True when a kernel answers there; false for a tree that somebody saved, which lacks whatever was not copied. */
export function isLive(procRoot: string): boolean {
  if (procRoot === PROC) return true
  try {
    return statfsSync(procRoot).type === PROC_SUPER_MAGIC
  } catch {
    return false
  }
}

/** The processes that a directory such as `/proc` has, in the order of their ids; undefined when there is no such directory. */
export function pidsIn(procRoot: string): readonly number[] | undefined {
  try {
    const names = readdirSync(procRoot).filter((name) => /^[1-9]\d{0,9}$/.test(name))
    return names.map(Number).sort((a, b) => a - b)
  } catch {
    return undefined
  }
}

/** True when the directory has something of that name for a process. */
export function isThere(pid: number, name: string, procRoot: string): boolean {
  return statSync(`${procRoot}/${pid}/${name}`, { throwIfNoEntry: false }) !== undefined
}

/** The release of the kernel that a saved tree is of, where it says so. */
export function kernelOf(procRoot: string): string | undefined {
  try {
    return readFileSync(`${procRoot}/sys/kernel/osrelease`, 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

/** Views that can be taken below a directory, and why the others cannot. */
export interface ViewsBelow {
  readonly views: readonly ViewRequest[]
  readonly left: readonly { readonly view: string; readonly why: string }[]
}

/** The views that can be taken of a process below a directory: tools look at `/proc` alone, and a saved tree may lack files. */
export function viewsBelow(procRoot: string, pid: number, requests: readonly ViewRequest[]): ViewsBelow {
  if (procRoot === PROC) return { views: requests, left: [] }
  const saved = !isLive(procRoot)
  const whyNot = ({ file, run }: ViewRequest): string | undefined => {
    if (run !== undefined) return `${run[0]} looks at ${PROC} alone`
    return saved && !isThere(pid, file, procRoot) ? `there is no ${procRoot}/${pid}/${file}` : undefined
  }
  return {
    views: requests.filter((request) => whyNot(request) === undefined),
    left: requests.flatMap((request) => {
      const why = whyNot(request)
      return why === undefined ? [] : [{ view: `${request.adapter}:${request.dialect}`, why }]
    }),
  }
}
