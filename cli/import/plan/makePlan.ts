import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {ImportPlan, ReadContext, SourceFile} from '@touchpoints/importers/plan'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import type {ImportLimits} from '../importLimits.ts'

interface PlanRequest extends ReadContext {
  limits: Pick<ImportLimits, 'planTime' | 'planMemory'>
  signal: AbortSignal
}

/** In a worker, because a parser that is stuck can only be stopped from outside. */
const worker = `
const {parentPort, workerData: {modules, files, context}} = require('node:worker_threads')
Promise.all(modules.map((module) => import(module))).then(([{planImport}, {sourceReaders}]) => {
  const readers = sourceReaders.map((reader) => ({
    ...reader,
    read: (file, context) => {
      parentPort.postMessage({reading: file.path})
      try {
        return reader.read(file, context)
      } catch (error) {
        // The message of a full stack names no cause and nothing to do.
        if (!/call stack/.test(String(error))) throw error
        throw new RangeError('It is nested too deeply. Split the file, or check where it comes from.')
      }
    },
  }))
  const unread = files.filter((file) => !readers.some((reader) => reader.accepts(file)))
  const plan = planImport(files.filter((file) => !unread.includes(file)), {...context, readers})
  parentPort.postMessage({plan, unread: unread.map(({path}) => path)})
})
`

/** A plan, and the files that no reader accepts. */
export interface MadePlan {
  plan: ImportPlan
  unread: readonly string[]
}

type Message = {reading: string} | MadePlan

/**
 * Plans an import within a time and memory limit.
 *
 * The time that Markdown takes grows with the square of its nesting: 350 kB of images in images take
 * minutes.
 *
 * @throws CliError that names the file that exceeds a limit
 */
export async function makePlan(
  files: readonly SourceFile[],
  {asOf, homeZone, limits, signal}: PlanRequest,
): Promise<MadePlan> {
  const {resolve: find} = createRequire(import.meta.url)
  const modules = ['plan', 'sources'].map(
    (door) => pathToFileURL(find(`@touchpoints/importers/${door}`)).href,
  )
  const running = new Worker(worker, {
    eval: true,
    workerData: {modules, files, context: {asOf, ...(homeZone !== undefined && {homeZone})}},
    resourceLimits: {maxOldGenerationSizeMb: limits.planMemory},
  })
  const limit = AbortSignal.any([signal, AbortSignal.timeout(limits.planTime)])
  let reading = 'the files'
  try {
    return await new Promise<MadePlan>((done, reject) => {
      running.on('message', (message: Message) => {
        if ('reading' in message) reading = message.reading
        else done(message)
      })
      running.once('error', reject)
      running.once('exit', () => reject(new Error('The reader ended.')))
      limit.addEventListener('abort', reject)
    })
  } catch (error) {
    if (signal.aborted) throw new CliError('bad-input', 'Stopped. Nothing was imported.')
    const reason = limit.aborted ? `took more than ${limits.planTime / 1000} s` : reasonOf(error)
    throw new CliError(
      'bad-input',
      `${reading} could not be read (${reason}). Nothing was imported. Split the file, or check where it comes from.`,
      {cause: error},
    )
  } finally {
    await running.terminate()
  }
}
