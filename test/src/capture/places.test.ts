import { win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { isAtPlace, isPlace, placesOf } from '../../../src/capture/places.js'
import { allViewRequests } from '../../../src/library/snapshot-views.js'

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

const places = placesOf(allViewRequests(adapters))

describe('every operating system can hold a capture', () => {
  test.each(places)('%s is a legal path', (place) => {
    expect(isPlace(place)).toBe(true)
    for (const part of place.split('/')) {
      expect(part).toMatch(/^[A-Za-z0-9_-]+(?:\.txt)?$/)
      expect(part).not.toMatch(DEVICES)
    }
  })

  test('no two places differ by capitals alone', () => {
    expect(new Set(places.map((place) => place.toLowerCase())).size).toBe(places.length)
    expect(places).toContain('pmap/x.txt')
    expect(places).toContain('pmap/capital-X.txt')
  })
})

test.each(['..', '../x', '/x', 'a//b', 'a/./b', 'a\\b', 'C:x', 'a\0b', ''])('%j is no place in a folder', (place) => {
  expect(isPlace(place)).toBe(false)
})

test('real paths of Windows are told from those that a link leads to', () => {
  expect(isAtPlace('C:\\me\\capture\\proc\\maps', 'C:\\me\\capture', 'proc/maps', win32)).toBe(true)
  expect(isAtPlace('D:\\secret\\maps', 'C:\\me\\capture', 'proc/maps', win32)).toBe(false)
})
