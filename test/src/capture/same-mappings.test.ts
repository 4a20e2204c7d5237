import { expect, test } from 'vitest'
import { sameMappings } from '../../../src/capture/same-mappings.js'

const A = '1000-2000 r--p 00000000 08:01 1  /a\n'
const B = 'a000-b000 rw-p 00000000 00:00 0 \n'
const counters = 'Size: 4 kB\nRss: 0 kB\nVmFlags: rd\n'

test.each([
  ['the same', A + B, A + counters + B + counters, true],
  ['one more in smaps', A, A + counters + B + counters, false],
  ['one less in smaps', A + B, A + counters, false],
  ['other rights', A, A.replace('r--p', 'rw-p') + counters, false],
  ['nothing at all', '', '', true],
])('%s', (_, maps, smaps, same) => {
  expect(sameMappings(Buffer.from(maps), Buffer.from(smaps))).toBe(same)
})
