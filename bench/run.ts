/**
 * `npm run bench` runs every bench/NAME/main.ts in turn, `npm run bench -- NAME` one of them. Benchmarks are plain scripts that print ratios between
 * contenders measured in one run: absolute times say more about the machine than about the code.
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
    // A process each: what one leaves in memory would be counted against the next.
    const {status} = spawnSync(process.execPath, [mainOf(each)], {stdio: 'inherit'})
    if (status !== 0) process.exitCode = 1
  }
} else if (names.includes(name)) {
  await import(pathToFileURL(mainOf(name)).href)
} else {
  console.error(`There is no benchmark ${name}. Choose one: npm run bench -- ${names.join('|')}`)
  process.exitCode = 1
}
