import type { Adapter } from '../src/adapter.js'
import { maps } from './maps/index.js'

/** Every adapter there is: the list that all else is derived from. */
export const adapters: readonly Adapter[] = [maps]
