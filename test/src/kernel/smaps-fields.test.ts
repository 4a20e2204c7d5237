import { expect, test } from 'vitest'
import { fieldsOfKernel, knownSpacings, newestSpacing, SMAPS_FIELDS } from '../../../src/kernel/smaps-fields.js'
import { UNITLESS_COUNTERS } from '../../../src/model/counters.js'

const names = (version: string): string[] => fieldsOfKernel(version).map((field) => field.name)

test('the first smaps had six fields', () => {
  expect(names('2.6.14')).toEqual(['Size', 'Rss', 'Shared_Clean', 'Shared_Dirty', 'Private_Clean', 'Private_Dirty'])
})

test('the page sizes moved up in 4.14, and every kernel prints them once', () => {
  expect(names('4.13.9').indexOf('KernelPageSize')).toBe(names('4.13.9').indexOf('SwapPss') + 1)
  expect(names('4.14').slice(0, 4)).toEqual(['Size', 'KernelPageSize', 'MMUPageSize', 'Rss'])
  for (const version of ['2.6.14', '2.6.32', '4.4', '4.13', '4.14', '5.8', '6.18', '7.3']) {
    expect(new Set(names(version)).size, version).toBe(names(version).length)
    for (const field of fieldsOfKernel(version)) expect(field.spacings, `${field.name} in ${version}`).toHaveLength(1)
  }
})

test('a unitless field here is one in the table, and the other way round', () => {
  const unitless = SMAPS_FIELDS.filter((field) => field.spacings.some((spacing) => spacing.unit === ''))
  expect(new Set(unitless.map((field) => field.name))).toEqual(UNITLESS_COUNTERS)
})

test('the number ends in column 24 whatever the label, in the newest kernel and for what is yet to come', () => {
  for (const name of [...SMAPS_FIELDS.map((field) => field.name), 'New', 'Sixteen_Letters_']) {
    const { text, width } = newestSpacing(name)
    expect(text.length + width, name).toBe(24)
  }
})

test('knows the narrow labels and the TABs', () => {
  expect(knownSpacings('Rss').map(({ text }) => text.length)).toEqual([16, 15])
  expect(knownSpacings('FilePmdMapped').map(({ text }) => text.length)).toEqual([16, 15])
  expect(knownSpacings('THPeligible')[2]).toMatchObject({ text: 'THPeligible:\t\t', since: '5.3', until: '5.8' })
  expect(knownSpacings('Nope')).toEqual([])
})
