/**
 * Runs every gate that is not a test: types, lint, format, unused code and dependencies, sizes.
 *
 * The gates run in parallel, one for each processor. Each prints its output when it ends. `npm run check`
 * runs all gates, `npm run check -- lint format` only these two.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {resolve} from 'node:path'
import {text} from 'node:stream/consumers'

/** Commands by name. The slowest come first, so that none of them runs alone at the end. */
const gates = new Map([
  ['astro-example', 'node scripts/checkAstroExample.ts'],
  ['astro', 'npm run --silent check --workspace site'],
  ['size', 'size-limit'],
  ['types', 'tsc'],
  ['unused', 'knip'],
  ['unused-production', 'knip --production'],
  ['lint', 'oxlint'],
  ['types-site', 'tsc -p site'],
  ['format', 'oxfmt --check .'],
])

const names = process.argv.length > 2 ? process.argv.slice(2) : [...gates.keys()]
const unknown = names.filter((name) => !gates.has(name))
if (unknown.length > 0) {
  console.error(`Unknown gate: ${unknown.join(', ')}. Use ${[...gates.keys()].join(', ')}.`)
  process.exit(2)
}

const queue = names.values()
const failed: string[] = []

async function work(): Promise<void> {
  for (const name of queue) if (!(await passes(name))) failed.push(name)
}

async function passes(name: string): Promise<boolean> {
  const started = performance.now()
  const child = spawn(`${gates.get(name)} 2>&1`, {
    cwd: resolve(import.meta.dirname, '..'),
    shell: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}: ${gates.get(name)} (${seconds} s)`)
  if (code !== 0) console.log(`${output.trim()}\n`)
  return code === 0
}

await Promise.all(Array.from({length: availableParallelism()}, work))
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}. To run one gate: npm run check -- ${failed[0]}`)
  process.exitCode = 1
}
