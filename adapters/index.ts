import type { Adapter } from '../src/adapter.js'
import { csv } from './csv/index.js'
import { json } from './json/index.js'
import { lsof } from './lsof/index.js'
import { maps } from './maps/index.js'
import { ndjson } from './ndjson/index.js'
import { pmap } from './pmap/index.js'
import { smaps } from './smaps/index.js'
import { status } from './status/index.js'

/** Every adapter there is: the list that all else is derived from. */
export const adapters: readonly Adapter[] = [maps, smaps, status, lsof, pmap, json, ndjson, csv]
