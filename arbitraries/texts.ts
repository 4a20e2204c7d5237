import type fc from 'fast-check'
import { fieldsOfKernel, newestSpacing } from '../src/kernel/smaps-fields.js'
import { type AddressSpace, addressSpaces } from './address-spaces.js'
import type { KernelChoice } from './choice.js'
import type { Mapping } from './mapping.js'
import { mapsLine } from './maps-line.js'
import { type ExpectedView, saidByMaps, saidBySmaps } from './said.js'
import { shownAsText } from './shown-text.js'

/** A text that a kernel prints, with what it says. */
export interface GeneratedText {
  /** What kind of text it is: `maps` or `smaps`. */
  readonly adapter: string
  /** `64bit` or `32bit`. */
  readonly dialect: string
  /** The kernel's release. */
  readonly kernel: string
  /** As uname prints it. */
  readonly arch: string
  readonly text: Uint8Array
  /** What a reader must find in it: of the address space, not of any reader. */
  readonly expected: ExpectedView
  /** The address space that was printed. */
  readonly space: AddressSpace
}

/** Texts of /proc/PID/maps as a chosen kernel prints them. */
export function mapsTexts(choice: KernelChoice = {}): fc.Arbitrary<GeneratedText> {
  return addressSpaces(choice).map((space) => generated(space, saidByMaps(space), maps(space)))
}

/** Texts of /proc/PID/smaps as a chosen kernel prints them. */
export function smapsTexts(choice: KernelChoice = {}): fc.Arbitrary<GeneratedText> {
  return addressSpaces(choice).map((space) => generated(space, saidBySmaps(space), smaps(space)))
}

/** What a kernel prints of an address space as maps. */
export function maps({ mappings, bits }: AddressSpace): Uint8Array {
  return Buffer.concat(mappings.map((mapping) => mapsLine(mapping, bits)))
}

/** What a kernel prints of an address space as smaps. */
export function smaps(space: AddressSpace): Uint8Array {
  const { mappings, bits, kernel } = space
  return Buffer.concat(mappings.flatMap((mapping) => [mapsLine(mapping, bits), Buffer.from(below(mapping, kernel))]))
}

function generated(space: AddressSpace, expected: ExpectedView, text: Uint8Array): GeneratedText {
  const { kernel, arch } = space
  const { adapter, dialect } = expected
  const one = { adapter, dialect, kernel, arch, text, expected, space }
  return shownAsText(one, `${adapter} of Linux ${kernel} on ${arch}`)
}

/** The lines below a mapping's first, in the release's order and spacing. */
function below({ counters, vmFlags }: Mapping, release: string): string {
  const spacings = new Map(fieldsOfKernel(release).map(({ name, spacings: [spacing] }) => [name, spacing]))
  const lines = [...counters].map(([name, value]) => {
    const { text, width, unit } = spacings.get(name) ?? newestSpacing(name)
    return `${text}${String(value).padStart(width)}${unit}\n`
  })
  if (vmFlags !== undefined) lines.push(`VmFlags: ${vmFlags.map((code) => `${code} `).join('')}\n`)
  return lines.join('')
}
