import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { type Architecture, MACHINES } from './machines.js'
import { GUEST, SPECIMEN } from './places.js'

/** What old C libraries still keep apart from libc. */
const LIBRARIES = ['-lpthread', '-lrt']

/** Builds the programs of ours that run in a guest, static so that any suite runs them. */
export async function buildPrograms(architecture: Architecture, into: string): Promise<void> {
  const [compiler, ...options] = MACHINES[architecture].compiler as [string, ...string[]]
  const common = [...options, '-O1', '-std=gnu11', '-static']
  const sources = readdirSync(SPECIMEN)
    .filter((name) => name.endsWith('.c'))
    .map((name) => join(SPECIMEN, name))
  await execa(compiler, [...common, '-o', join(into, 'specimen'), ...sources, ...LIBRARIES])
  await execa(compiler, [...common, '-o', join(into, 'facts'), join(GUEST, 'facts.c')])
}

/** What Debian's folders of libraries begin with, for the architectures that have a root to link in. */
const TRIPLETS: Readonly<Partial<Record<Architecture, string>>> = { amd64: 'x86_64' }

/** Builds the specimen as a dynamic program, against the C library of an unpacked root: it needs no newer one then. */
export async function buildDynamic(architecture: Architecture, sysroot: string, into: string): Promise<void> {
  const [compiler, ...options] = MACHINES[architecture].compiler as [string, ...string[]]
  const sources = readdirSync(SPECIMEN)
    .filter((name) => name.endsWith('.c'))
    .map((name) => join(SPECIMEN, name))
  // The compiler would look for the C library in its own places first.
  const library = join(sysroot, 'usr/lib', `${TRIPLETS[architecture]}-linux-gnu`)
  const places = [`--sysroot=${sysroot}`, `-B${library}`, `-L${library}`]
  const words = [...places, '-O1', '-std=gnu11', '-o', join(into, 'specimen-dynamic'), ...sources]
  await execa(compiler, [...options, ...words, ...LIBRARIES])
}
