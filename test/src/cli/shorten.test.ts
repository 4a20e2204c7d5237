import { expect, test } from 'vitest'
import { LONGEST, shortened, shortenedBoth } from '../../../src/cli/shorten.js'

const long = `/srv/${'a'.repeat(2000)}/lib${'b'.repeat(2000)}.so`

test('a name that is not too long stays whole', () => {
  const name = 'x'.repeat(LONGEST)
  expect(shortened(name)).toBe(name)
  expect(shortenedBoth(name, long)[0]).toBe(name)
  expect(shortened('')).toBe('')
})

test('a longer one loses its middle', () => {
  const text = shortened(long)
  expect([...text]).toHaveLength(LONGEST)
  const [front, back, ...more] = text.split('…')
  expect(more).toEqual([])
  expect(long.startsWith(front as string)).toBe(true)
  expect(long.endsWith(back as string)).toBe(true)
})

test('of two names the place of the first difference stays in view, wherever it is', () => {
  for (let at = 0; at <= long.length; at += 7) {
    const other = `${long.slice(0, at)}#${long.slice(at + 1)}`
    const [one, two] = shortenedBoth(long, other)
    expect(two).toContain('#')
    expect(one).not.toBe(two)
    expect([...two].length).toBeLessThanOrEqual(LONGEST)
    // What stands before the difference is the same in both.
    expect(one.slice(0, two.indexOf('#'))).toBe(two.slice(0, two.indexOf('#')))
  }
})

test('where one name ends, the other goes on', () => {
  const [whole, more] = shortenedBoth(long, `${long}${'c'.repeat(500)} (deleted)`)
  expect(whole.endsWith('.so')).toBe(true)
  expect(more).toMatch(/\.soc+…c+ \(deleted\)$/)
})

test('neither a character nor an escape is cut apart', () => {
  for (const one of ['𐀀', '\\x0a', '\\u{202e}', '\\012']) {
    for (let shift = 0; shift < 8; shift++) {
      const text = shortened('-'.repeat(shift) + one.repeat(300))
      expect(text.replaceAll(one, '').replace(/^-*/, '')).toBe('…')
    }
  }
})
