import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Names } from '../../../src/model/names.js'

// Few bytes, so that names share beginnings and ends, and come again.
const name = fc.array(fc.constantFrom(0x2f, 0x61, 0xff), { maxLength: 11 })

test('gives the same number to the same bytes, and no other', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 600 }), fc.nat(7), (list, shift) => {
      const names = new Names()
      const ids = new Map<string, number>()
      const text = Uint8Array.from([...new Array(shift).fill(0), ...list.flat()])
      let at = shift
      for (const one of list) {
        const id = names.intern(text, at, at + one.length)
        at += one.length
        const key = one.join()
        expect(id).toBe(ids.get(key) ?? (key === '' ? 0 : ids.size + (ids.has('') ? 0 : 1)))
        ids.set(key, id)
        expect([...names.bytes(id)]).toEqual(one)
      }
      names.trim()
      for (const [key, id] of ids) expect(names.bytes(id).join()).toBe(key)
      // A finished table's names are found again, and there may be more of them.
      for (const one of list) expect(names.find(Uint8Array.from(one))).toBe(ids.get(one.join()))
      expect(names.internText('new')).toBe(names.count - 1)
      for (const [key, id] of ids) expect(names.bytes(id).join()).toBe(key)
    }),
  )
})

test('the empty name has no bytes where there is no other name, too', () => {
  const names = new Names()
  expect(names.size(0)).toBe(0)
  names.trim()
  expect(names.size(names.intern(new Uint8Array(0), 0, 0))).toBe(0)
})
