import { below, type Fault } from './fault.js'
import { hasHalves } from './meaning.js'
import { isObject, type Shape } from './rules.js'

/** Looks at an object key by key, and gathers what is wrong. */
export function checkShape(
  value: Readonly<Record<string, unknown>>,
  { keys, needs = [], together = [] }: Shape,
  path: string,
  faults: Fault[],
): void {
  for (const [key, inner] of Object.entries(value)) {
    const rule = Object.hasOwn(keys, key) ? keys[key] : undefined
    const here = below(path, key)
    if (rule === undefined) faults.push({ code: 'unread-key', path: here })
    else if ('keys' in rule) {
      if (isObject(inner)) checkShape(inner, rule, here, faults)
      else faults.push({ code: 'bad-schema', path: here })
    } else if (!rule.accepts(inner)) faults.push({ code: 'bad-schema', path: here })
    else if (rule.schema.type !== 'array' || rule.schema.items !== undefined) {
      if (hasHalves(inner)) faults.push({ code: 'bad-text', path: here })
    }
  }
  const has = (key: string): boolean => Object.hasOwn(value, key)
  const some = together.some(has) && !together.every(has)
  if (some || !needs.every(has)) faults.push({ code: 'bad-schema', path })
}
