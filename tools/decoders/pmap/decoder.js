import { buffer } from 'node:stream/consumers'
import { decode, privateUnsaid, regionsOf } from '../bound.js'

const option = process.env.MEMMAPS_ADAPTER === 'maps' ? 'd' : 'X'

/**
 * What pmap itself says: with -d, `[ anon ]` stands for any name without a slash, so the name is not said; -X prints no end, and
 * its Size may be less by a guard page.
 */
const regionOf = ({ end, pathname, ...rest }) => ({
  ...(option === 'd' ? { ...privateUnsaid(rest), end } : rest),
  ...(!pathname.startsWith('  [ ') && { pathname }),
})

const argv = (pid) => ['pmap', '-p', `-${option}`, pid]

decode(async () => (await regionsOf(await buffer(process.stdin), `pmap:${option}`, argv)).map(regionOf))
