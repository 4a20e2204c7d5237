// The toy parser as a decoder for `memmaps validate`: a text on stdin, its regions on stdout, exit 1 for one that it refuses.
import { readFileSync } from 'node:fs'
import { parseMaps } from './parse-maps.js'
import { said } from './said.js'

const STDIN = 0

try {
  process.stdout.write(JSON.stringify(parseMaps(readFileSync(STDIN)).map(said)))
} catch (error) {
  // Node ends with 1 after an exception that nobody catches: that would be a text that is refused.
  process.exitCode = error instanceof SyntaxError ? 1 : 2
  console.error(error)
}
