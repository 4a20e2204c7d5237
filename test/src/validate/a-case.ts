import type { Case } from '../../../src/validate/types.js'

/** A case of one region, changed as a test wants it. */
export function aCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'maps/valid/one',
    adapter: 'maps',
    dialect: '64bit',
    kind: 'valid',
    source: 'captured',
    flags: [],
    text: Buffer.from('1000-2000 r--p 00000000 08:01 7 /a\n'),
    views: [
      {
        regions: [
          {
            start: '1000',
            end: '2000',
            perms: 'r--p',
            offset: '0',
            device: { major: 8, minor: 1 },
            inode: '7',
            pathname: '/a',
          },
        ],
      },
    ],
    wrongLines: [],
    ...changes,
  }
}
