import { isWithin, type Span } from './version.js'

/** How a kernel spaces one field: `text`, then the number right-aligned in `width` columns, then `unit`. */
export interface FieldSpacing extends Span {
  /** Label, colon, and the blanks or TABs before the number's columns. */
  readonly text: string
  /** Columns of the number, which a longer one exceeds; 0 for none. */
  readonly width: number
  readonly unit: ' kB' | ''
}

/** A line of an smaps record, at its place in print order. */
export interface SmapsField extends Span {
  readonly name: string
  /** Newest first. */
  readonly spacings: readonly FieldSpacing[]
  /** Where it is printed, for those that not every record has. */
  readonly only?: 'rollup' | 'nonlinear' | 'pkeys'
  /** True for a field that a record of smaps_rollup leaves out. */
  readonly notInRollup?: true
}

const NUMBER = 8

/** The column after the number: labels are 16 wide, or wider at the number's cost. */
const NUMBER_END = 24

/** Every numbered field in print order; one that moved stands at both places. `VmFlags:` (since 3.8) is always last. */
export const SMAPS_FIELDS: readonly SmapsField[] = [
  { ...kilobytes('Size', '2.6.14'), notInRollup: true },
  { ...kilobytes('KernelPageSize', '4.14'), notInRollup: true },
  { ...kilobytes('MMUPageSize', '4.14'), notInRollup: true },
  kilobytes('Rss', '2.6.14'),
  kilobytes('Pss', '2.6.25'),
  kilobytes('Pss_Dirty', '6.0'),
  { ...kilobytes('Pss_Anon', '5.3'), only: 'rollup' },
  { ...kilobytes('Pss_File', '5.3'), only: 'rollup' },
  { ...kilobytes('Pss_Shmem', '5.3'), only: 'rollup' },
  kilobytes('Shared_Clean', '2.6.14'),
  kilobytes('Shared_Dirty', '2.6.14'),
  kilobytes('Private_Clean', '2.6.14'),
  kilobytes('Private_Dirty', '2.6.14'),
  kilobytes('Referenced', '2.6.22'),
  kilobytes('Anonymous', '2.6.37'),
  kilobytes('KSM', '6.6'),
  kilobytes('LazyFree', '4.12'),
  kilobytes('AnonHugePages', '2.6.39'),
  kilobytes('ShmemPmdMapped', '4.8'),
  {
    name: 'FilePmdMapped',
    since: '5.4',
    spacings: [
      { text: 'FilePmdMapped:  ', width: NUMBER, unit: ' kB', since: '5.9' },
      { text: 'FilePmdMapped: ', width: NUMBER, unit: ' kB', since: '5.4', until: '5.8' },
    ],
  },
  kilobytes('Shared_Hugetlb', '4.4'),
  {
    name: 'Private_Hugetlb',
    since: '4.4',
    spacings: [{ text: 'Private_Hugetlb: ', width: 7, unit: ' kB', since: '4.4' }],
  },
  kilobytes('Swap', '2.6.26'),
  kilobytes('SwapPss', '4.3'),
  { ...kilobytes('KernelPageSize', '2.6.29'), until: '4.13' },
  { ...kilobytes('MMUPageSize', '2.6.29'), until: '4.13' },
  kilobytes('Locked', '2.6.38'),
  { ...kilobytes('Nonlinear', '3.5'), until: '3.19', only: 'nonlinear' },
  {
    name: 'THPeligible',
    since: '5.0',
    notInRollup: true,
    spacings: [
      { text: 'THPeligible:    ', width: NUMBER, unit: '', since: '6.6' },
      { text: 'THPeligible:    ', width: 0, unit: '', since: '5.9', until: '6.5' },
      { text: 'THPeligible:\t\t', width: 0, unit: '', since: '5.3', until: '5.8' },
      { text: 'THPeligible:    ', width: 0, unit: '', since: '5.0', until: '5.2' },
    ],
  },
  {
    name: 'ProtectionKey',
    since: '4.6',
    notInRollup: true,
    only: 'pkeys',
    spacings: [{ text: 'ProtectionKey:  ', width: NUMBER, unit: '', since: '4.6' }],
  },
]

/** The first kernel whose records end in `VmFlags:`. */
export const VM_FLAGS_SINCE = '3.8'

/** How the newest kernel spaces a field of this name, or would space one that it does not have yet. */
export function newestSpacing(name: string): FieldSpacing {
  const known = SPACINGS.get(name)?.[0]
  if (known !== undefined) return known
  const text = label(name)
  return { text, width: Math.max(0, NUMBER_END - text.length), unit: ' kB' }
}

/** True for the name of a numbered field that some kernel prints. */
export function isSmapsField(name: string): boolean {
  return SPACINGS.has(name)
}

/** True for a field that is text: `Name:`, which Android kernels put right below the header. */
export function isTextField(name: string): boolean {
  return name === 'Name'
}

/** Every spacing that some kernel gives a field of this name, newest first; empty for a name that none prints. */
export function knownSpacings(name: string): readonly FieldSpacing[] {
  return SPACINGS.get(name) ?? []
}

/** The fields that a kernel prints, in its order, with the one spacing that it gives each. */
export function fieldsOfKernel(version: string): readonly SmapsField[] {
  return SMAPS_FIELDS.filter((field) => isWithin(version, field)).map((field) => ({
    ...field,
    spacings: field.spacings.filter((spacing) => isWithin(version, spacing)),
  }))
}

/** A label, its colon, and blanks up to the 16 columns that it has since 2.6.22; at least one, as `Private_Hugetlb: ` has. */
export function label(name: string): string {
  return `${`${name}:`.padEnd(15)} `
}

const SPACINGS: ReadonlyMap<string, readonly FieldSpacing[]> = new Map(
  SMAPS_FIELDS.map((field) => [field.name, field.spacings]),
)

/** A field in kB. The fields as old as smaps have labels 15 wide up to 2.6.21. */
function kilobytes(name: string, since: string): SmapsField {
  const spacings: FieldSpacing[] = [{ text: label(name), width: NUMBER, unit: ' kB', since }]
  if (since === '2.6.14') {
    spacings[0] = { ...(spacings[0] as FieldSpacing), since: '2.6.22' }
    spacings.push({ text: `${name}:`.padEnd(15), width: NUMBER, unit: ' kB', since, until: '2.6.21' })
  }
  return { name, since, spacings }
}
