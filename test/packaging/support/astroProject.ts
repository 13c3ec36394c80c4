import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {plant} from './plant.ts'
import {typeErrors} from './typeErrors.ts'

const run = promisify(execFile)

/** Builds an Astro site; the build writes the types of its collections, too. */
export function buildAstro(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  return runAstro('build', folder, env)
}

/** Writes the types of the collections of an Astro site, without a build. */
export function syncAstro(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  return runAstro('sync', folder, env)
}

async function runAstro(command: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const astro = join(folder, 'node_modules/astro/bin/astro.mjs')
  await run(process.execPath, [astro, command], {cwd: folder, env, timeout: 200_000})
}

/** Type errors of a built site's sources. */
export function astroTypeErrors(folder: string): Promise<string[]> {
  const include = ['.astro/types.d.ts', 'src/**/*.ts']
  return typeErrors(folder, {include, skipLibCheck: false})
}

/** The errors once a source takes an entry's start for a number. */
export function plantedAstroErrors(folder: string): Promise<string[]> {
  const text = `
    import {getCollection} from 'astro:content'
    const [first] = await getCollection('touchpoints')
    export const right: string | undefined = first?.data.schedule.start
    export const wrong: number | undefined = first?.data.schedule.start
  `
  return plant(join(folder, 'src/planted.ts'), text, () => astroTypeErrors(folder))
}

/** The one mistake that is planted, as tsc reports it. */
export const plantedError = /^src\/planted\.ts\(5,\d+\): error TS2322/
