/**
 * Runs every gate that is not a test: types, lint, format, unused code and dependencies, sizes.
 *
 * The gates run in parallel, one for each processor. Each prints its output when it ends. `npm run check`
 * runs all gates, `npm run check -- lint format` only these two.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

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

const outputs = mkdtempSync(join(tmpdir(), 'touchpoints-check-'))

async function work(): Promise<void> {
  for (const name of queue) if (!(await passes(name))) failed.push(name)
}

async function passes(name: string): Promise<boolean> {
  const started = performance.now()
  const file = join(outputs, name)
  // A tool that ends with process.exit() loses what a pipe has not taken. size-limit did, on a busy machine.
  const output = openSync(file, 'w')
  const child = spawn(gates.get(name) ?? '', {
    cwd: resolve(import.meta.dirname, '..'),
    shell: true,
    stdio: ['ignore', output, output],
  })
  const [code] = await once(child, 'close')
  closeSync(output)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}: ${gates.get(name)} (${seconds} s)`)
  if (code !== 0) console.log(`${readFileSync(file, 'utf8').trim()}\n`)
  return code === 0
}

await Promise.all(Array.from({length: availableParallelism()}, work))
rmSync(outputs, {recursive: true})
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}. To run one gate: npm run check -- ${failed[0]}`)
  process.exitCode = 1
}
