// One contender in a process of its own, so that neither its garbage nor its types are another's trouble. It works once for
// each message, and answers with what that cost.
import { contenders } from './contenders.js'
import { memoryNow, nameBytes, peakBytes } from './memory.js'

const [name, json] = process.argv.slice(2)
const input = JSON.parse(json)
const work = await contenders[name](input)

process.on('message', (what) => process.send(what === 'memory' ? memory() : time()))
process.send('ready')

function time() {
  const cpu = process.cpuUsage()
  const from = process.hrtime.bigint()
  work()
  const wall = Number(process.hrtime.bigint() - from) / 1e6
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1e3 }
}

/** Works once; says the most that the process ever had, and what the result holds when its input is let go. */
function memory() {
  const result = work()
  const peak = peakBytes()
  input.text = undefined
  const held = memoryNow()
  return { peak, held, names: result === undefined ? 0 : nameBytes(result) }
}
