import { afterEach, expect, test, vi } from 'vitest'
import { colorsFor } from '../../../src/cli/colors.js'

afterEach(() => vi.unstubAllEnvs())

const colored = (when: string | undefined, isTTY: boolean): boolean => colorsFor(when, { isTTY }).isColorSupported

test.each([
  ['always', false, '', 'xterm', true],
  ['always', true, '1', 'dumb', true],
  ['never', true, '', 'xterm', false],
  ['auto', true, '', 'xterm', true],
  [undefined, true, '', 'xterm', true],
  ['auto', false, '', 'xterm', false],
  ['auto', true, '1', 'xterm', false],
  ['auto', true, '', 'dumb', false],
])('%s, terminal %s, NO_COLOR=%j, TERM=%s: %s', (when, isTTY, noColor, term, expected) => {
  vi.stubEnv('NO_COLOR', noColor)
  vi.stubEnv('TERM', term)
  expect(colored(when, isTTY)).toBe(expected)
})
