import type { Adapter } from '../src/adapter.js'
import { json } from './json/index.js'
import { lsof } from './lsof/index.js'
import { maps } from './maps/index.js'
import { pmap } from './pmap/index.js'
import { smaps } from './smaps/index.js'

/** Every adapter there is: the list that all else is derived from. */
export const adapters: readonly Adapter[] = [maps, smaps, lsof, pmap, json]
