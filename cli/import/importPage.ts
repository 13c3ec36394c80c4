import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {ImportPlan} from '@touchpoints/importers/plan'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {ImportLimits} from './importLimits.ts'

interface PageOptions {
  /** The name of the page in messages. */
  name: string
  asOf: string
  base: string | undefined
  limits: Pick<ImportLimits, 'markdownTime' | 'markdownMemory'>
}

/** In a worker, because a parser that is stuck can only be stopped from outside. */
const worker = `
const {parentPort, workerData: {module, file, options}} = require('node:worker_threads')
import(module).then(({markdownReader}) => parentPort.postMessage(markdownReader.read(file, options)))
`

/**
 * Converts a Markdown page to documents within a time and memory limit.
 *
 * The time that Markdown takes grows with the square of its nesting: 350 kB of images in images take
 * minutes.
 *
 * @throws CliError when the page exceeds a limit
 */
export async function importPage(
  text: string,
  {name, asOf, base, limits}: PageOptions,
): Promise<ImportPlan> {
  const module = createRequire(import.meta.url).resolve('@touchpoints/importers/markdown')
  const running = new Worker(worker, {
    eval: true,
    workerData: {
      module: pathToFileURL(module).href,
      file: {path: name, text, ...(base !== undefined && {base})},
      options: {asOf},
    },
    resourceLimits: {maxOldGenerationSizeMb: limits.markdownMemory},
  })
  const signal = AbortSignal.timeout(limits.markdownTime)
  try {
    return await new Promise<ImportPlan>((resolve, reject) => {
      running.once('message', resolve)
      running.once('error', reject)
      signal.addEventListener('abort', reject)
    })
  } catch (error) {
    const reason = signal.aborted
      ? `took more than ${limits.markdownTime / 1000} s`
      : reasonOf(error)
    throw new CliError(
      'bad-input',
      `${name} could not be read (${reason}). Nothing was imported. Split the page, or check where it comes from.`,
      {cause: error},
    )
  } finally {
    await running.terminate()
  }
}
