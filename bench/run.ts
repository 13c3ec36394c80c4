/**
 * `npm run bench -- NAME`: runs bench/NAME/main.ts. Benchmarks are plain scripts that print ratios between
 * contenders measured in one run: absolute times say more about the machine than about the code.
 */
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const mainOf = (name: string): string => join(import.meta.dirname, name, 'main.ts')
const names = readdirSync(import.meta.dirname).filter((name) => existsSync(mainOf(name)))
const name = process.argv[2]

if (name !== undefined && names.includes(name)) {
  await import(pathToFileURL(mainOf(name)).href)
} else {
  console.error(`Say which benchmark to run: npm run bench -- ${names.join('|')}`)
  process.exitCode = 1
}
