// The toy parser as a decoder for `memmaps validate`: a text on stdin, its regions on stdout, exit 1 for one that it refuses.
import { readFileSync } from 'node:fs'
import { parseMaps } from './parse-maps.js'
import { said } from './said.js'

const STDIN = 0

try {
  process.stdout.write(JSON.stringify(parseMaps(readFileSync(STDIN)).map(said)))
} catch (error) {
  if (!(error instanceof SyntaxError)) throw error
  process.exitCode = 1
}
