// Prints what vitest counted in its JSON reports, added up, as one plain line: node .ci/summary.js REPORT...
import { readFileSync } from 'node:fs'

const total = { passed: 0, failed: 0, skipped: 0 }
for (const path of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  // A file that cannot even be loaded has no tests to count, and failed all the same.
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests + unloaded.length
  total.skipped += report.numPendingTests + report.numTodoTests
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
