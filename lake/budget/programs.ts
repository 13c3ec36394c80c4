import {existsSync} from 'node:fs'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {LakeError} from '../errors.ts'

/** The sources are TypeScript and the published files JavaScript: a program is written as this file is. */
const program = (path: string) => new URL(`../${path}${extname(import.meta.url)}`, import.meta.url)

/** Evaluates queries in a thread. */
export const queryProgram = program('query/queryWorker')

/** Reads and makes images in a process. */
export const imageProgram = program('assets/imageProgram')

/** Checks that the programs are beside this package's files. @throws LakeError `program-missing` */
export function requirePrograms(programs: readonly URL[] = [queryProgram, imageProgram]) {
  const missing = programs.map((url) => fileURLToPath(url)).find((file) => !existsSync(file))
  if (missing === undefined) return
  throw new LakeError(
    'program-missing',
    `Could not start the lake: its program ${missing} is missing, probably because a bundler put the package into another file. ` +
      `Keep @touchpoints/lake outside of the bundle.`,
  )
}
