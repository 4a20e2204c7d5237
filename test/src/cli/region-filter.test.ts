import { expect, test } from 'vitest'
import { filterRows } from '../../../src/cli/region-filter.js'
import { mapsTable } from './maps-table.js'

const table = mapsTable(
  ['r-xp', '/usr/lib/libc.so.6'],
  ['rw-p', '/usr/lib/libc.so.6 (deleted)'],
  ['rwxp', ''],
  ['rw-s', '[heap]'],
)

test.each([
  [{}, [0, 1, 2, 3]],
  [{ perms: 'w' }, [1, 2, 3]],
  [{ perms: 'xw' }, [2]],
  [{ perms: 's' }, [3]],
  [{ path: 'libc*' }, [0, 1]],
  [{ path: 'libc.so.6' }, [0, 1]],
  [{ path: '/usr/**/libc.so.6' }, [0, 1]],
  [{ path: '/usr/*' }, []],
  [{ path: '[heap]' }, [3]],
  [{ path: '*' }, [0, 1, 3]],
  [{ address: '1fff' }, [0]],
  [{ address: '0x2000' }, [1]],
  [{ address: '5000' }, []],
  [{ address: 'FFFFFFFFFFFFFFFF' }, []],
  [{ perms: 'w', path: 'libc*' }, [1]],
])('%j leaves %j', async (options, rows) => {
  expect(await filterRows(table, options)).toEqual(rows)
})

test.each([
  [{ perms: 'q' }],
  [{ perms: '' }],
  [{ address: '0x' }],
  [{ address: '12345678901234567' }],
])('%j is a usage error', async (options) => {
  await expect(filterRows(table, options)).rejects.toThrow(expect.objectContaining({ code: 'usage' }))
})
