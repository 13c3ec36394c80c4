import {pathToFileURL} from 'node:url'
import {mark, registerConfigHooks, type Stubbed} from './configHooks.ts'

export interface Evaluation {
  /** The default export. */
  value: unknown
  /** Variables that the configuration read and that are not set. */
  missing: readonly string[]
}

export interface EvaluationOptions {
  env: Readonly<Record<string, string | undefined>>
  stubbed: Stubbed
}

let evaluations = 0

/**
 * Evaluates a configuration file of Sanity, TypeScript or JavaScript.
 *
 * It is the only code that may change `process.env`, for the time of the evaluation, because a configuration reads it.
 *
 * @throws what the configuration throws, and an Error where Node is too old
 */
export async function evaluateConfig(
  file: string,
  {env, stubbed}: EvaluationOptions,
): Promise<Evaluation> {
  const sources: string[] = []
  const stop = registerConfigHooks(stubbed, (source) => sources.push(source))
  if (!stop) throw new Error(`Node ${process.versions.node} cannot evaluate it, Node 22.15 can`)
  const missing = new Set<string>()
  const original = process.env
  const emitWarning = process.emitWarning.bind(process)
  process.env = new Proxy(
    {...env},
    {
      get: (variables, name) => {
        if (typeof name !== 'string') return undefined
        const value = variables[name]
        if (value === undefined) missing.add(name)
        return value
      },
    },
  )
  // Node warns of its own TypeScript support. Nobody who starts a lake can do something about it.
  process.emitWarning = () => {}
  try {
    const url = pathToFileURL(file)
    evaluations += 1
    url.search = `?${mark}=${evaluations}`
    const loaded: unknown = await import(url.href)
    // Node and packages read variables of their own meanwhile.
    const own = [...missing].filter((name) => sources.some((source) => source.includes(name)))
    return {value: Reflect.get(Object(loaded), 'default'), missing: own}
  } finally {
    process.env = original
    process.emitWarning = emitWarning
    stop()
  }
}
