import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'

/** Folders of checkouts. The suites without one do not run. */
export interface SuiteFlags {
  client?: string
  groq?: string
  sanity?: string
  /** Run the commands of Sanity's CLI, which takes about ten minutes. */
  cli: boolean
  /** Run only e2e specs with this text in their path. Their result is not stored. */
  specs?: string
  /** The major version of the only Studio to run the e2e specs for. */
  studio?: number
}

/** A file of each checkout, to notice a wrong folder before a run of an hour. */
const expectedFiles = {
  client: 'vitest.integration.config.ts',
  groq: 'package.json',
  sanity: 'e2e/playwright.config.ts',
} as const

/** Reads the command line. @throws Error for an unknown flag or a folder without the suite */
export function readSuiteFlags(args: readonly string[]): SuiteFlags {
  const {values} = parseArgs({
    args: [...args],
    options: {
      client: {type: 'string'},
      groq: {type: 'string'},
      sanity: {type: 'string'},
      specs: {type: 'string'},
      studio: {type: 'string'},
      cli: {type: 'boolean', default: false},
    },
  })
  const {specs, studio, cli} = values
  const flags: SuiteFlags = specs === undefined ? {cli} : {cli, specs}
  if (studio !== undefined) flags.studio = Number(studio)
  for (const suite of ['client', 'groq', 'sanity'] as const) {
    const folder = values[suite]
    if (folder === undefined) continue
    const file = join(resolve(folder), expectedFiles[suite])
    if (!existsSync(file)) {
      throw new Error(
        `--${suite}: no ${expectedFiles[suite]} in ${resolve(folder)}. Name the folder of its git checkout.`,
      )
    }
    flags[suite] = resolve(folder)
  }
  return flags
}
