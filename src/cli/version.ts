import { createRequire } from 'node:module'

const manifest = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The version of this package; in the bundle it is a constant, as reading it takes longer than some commands. */
export const version: string = manifest.version
