import { expect, test } from 'vitest'
import { hidesProcess } from '../../../../adapters/lsof/projection/executable.js'

test.each(['x(', 'n (m', 'a(\n', 'a)\nb', 'a) 7 8\nb'])('lsof finds no process of the command %j', (command) => {
  expect(hidesProcess(command)).toBe(true)
})

test.each(['a\nb', 'a\n)', '(a)\n', 'a(b))', 'a)b((', 'a) 7 8 9\nb', ''])('it finds one of %j', (command) => {
  expect(hidesProcess(command)).toBe(false)
})
