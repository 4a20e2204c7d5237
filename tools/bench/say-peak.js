// Loaded into a node before its program: at its end it says the most memory that it had.
import { appendFileSync } from 'node:fs'
import { peakBytes } from './memory.js'

process.on('exit', () => appendFileSync(process.env.MEMMAPS_BENCH_PEAK, `${peakBytes()}\n`))
