#!/usr/bin/env node
// Writes the JSON Schemas that the package publishes: node tools/schema/write.js (after npm run build).
import { writeFileSync } from 'node:fs'
import { SCHEMAS, schemaText } from '../../dist/adapters/json/schema.js'

for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(new URL(`../../schema/${name}.json`, import.meta.url), schemaText(schema))
}
