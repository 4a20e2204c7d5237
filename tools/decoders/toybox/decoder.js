import { buffer } from 'node:stream/consumers'
import { decode, privateUnsaid, regionsOf } from '../bound.js'

const isMaps = process.env.MEMMAPS_ADAPTER === 'maps'

/** toybox prints the last part of a path alone, which is no pathname: the name is not said. */
const regionOf = ({ pathname, pathnameBase64, ...rest }) => privateUnsaid(rest)

const argv = (pid) => ['toybox', 'pmap', ...(isMaps ? [] : ['-x']), pid]

decode(async () =>
  (await regionsOf(await buffer(process.stdin), isMaps ? 'pmap:toybox' : 'pmap:toybox-x', argv)).map(regionOf),
)
