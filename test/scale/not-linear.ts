import { existsSync } from 'node:fs'
import type { Prepare } from './boot.js'

const works: Readonly<Record<string, Prepare>> = {
  'a loop': (n) => () => {
    let sum = 0
    for (let i = 0; i < 100 * n; i++) sum += i
    return sum
  },
  'a loop in a loop': (n) => () => {
    let sum = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += j
    return sum
  },
  'a search in a loop': (n) => () => {
    const all = Array.from({ length: n }, (_, i) => i)
    return all.filter((i) => all.includes(n - i))
  },
  'a copy in a loop': (n) => () => {
    let all: number[] = []
    for (let i = 0; i < n; i++) all = [...all, i]
    return all
  },
  'a call in a loop in a loop': (n) => () => {
    for (let i = 0; i < n; i += 20) for (let j = 0; j < n; j += 20) existsSync('/')
  },
}

/** Works that a measure of growth must and must not find fault with. */
export const WORKS: Readonly<Record<string, () => Map<string, Prepare>>> = { all: () => new Map(Object.entries(works)) }
