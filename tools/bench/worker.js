// One contender in a process of its own, so that neither its garbage nor its types are another's trouble. It works once for
// each message, and answers with what that cost.
import { setImmediate } from 'node:timers/promises'
import { allocatedBy, countBuffers } from './allocated.js'
import { contenders } from './contenders.js'
import { memoryNow, nameBytes, peakBytes } from './memory.js'

const [name, json, purpose] = process.argv.slice(2)
const input = JSON.parse(json)
if (purpose === 'count') countBuffers()
const one = await contenders[name](input)

const ANSWERS = {
  nothing: async () => ({}),
  time,
  memory,
  allocated: async () => ({ allocated: await allocatedBy(work) }),
}

process.on('message', async (what) => process.send(await ANSWERS[what]()))
process.send('ready')

/** The last of what was read, and how many folders were refused. */
async function work() {
  let result
  let refused = 0
  for (let n = input.repeat ?? 1; n > 0; n--) {
    for (let i = 0; i < input.folders.length; i++) {
      try {
        result = await one(i)
      } catch {
        refused++
      }
    }
  }
  return { result, refused }
}

async function time() {
  const cpu = process.cpuUsage()
  const from = process.hrtime.bigint()
  const { refused } = await work()
  const wall = Number(process.hrtime.bigint() - from) / 1e6
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1e3, refused }
}

/** Works once; says the most that the process ever had, and what the result holds when its input is let go. */
async function memory() {
  const { result } = await work()
  const peak = peakBytes()
  input.texts = undefined
  // Node holds the buffer of a read until the turn is over in which it told of its end.
  await setImmediate()
  const held = memoryNow()
  return { peak, held, names: result === undefined ? 0 : nameBytes(result) }
}
