// Prints « N passed, N failed » from the test runner's own results and exits as the run did.
import console from 'node:console'
import { readFileSync } from 'node:fs'
import process from 'node:process'

const [fichier, code] = process.argv.slice(2)
let passed = 0
let failed = 0
try {
  const r = JSON.parse(readFileSync(fichier, 'utf8'))
  passed = r.numPassedTests
  // A file that could not be loaded has no test of its own to fail.
  const unloaded = r.testResults.filter((s) => s.status === 'failed' && s.assertionResults.length === 0)
  failed = r.numFailedTests + unloaded.length
} catch {
  // No results: something before the tests failed (install, types, lint, build).
}
if (Number(code) !== 0 && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
