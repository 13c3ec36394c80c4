/**
 * Runs benchmarks. `npm run bench` runs every bench/NAME/main.ts, and `npm run bench -- NAME` runs one.
 *
 * A benchmark is a script that prints ratios between contenders measured in the same run, because absolute
 * times depend more on the machine than on the code.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const mainOf = (name: string): string => join(import.meta.dirname, name, 'main.ts')
const names = readdirSync(import.meta.dirname).filter((name) => existsSync(mainOf(name)))
const name = process.argv[2]

if (name === undefined) {
  for (const each of names) {
    console.log(`\n== ${each}`)
    // One process for each, so that memory left by one does not slow the next.
    const {status} = spawnSync(process.execPath, [mainOf(each)], {stdio: 'inherit'})
    if (status !== 0) process.exitCode = 1
  }
} else if (names.includes(name)) {
  await import(pathToFileURL(mainOf(name)).href)
} else {
  console.error(`Unknown benchmark "${name}". Choose one: npm run bench -- ${names.join('|')}`)
  process.exitCode = 1
}
