import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {DatasetName} from '../../datasets/datasetName.ts'
import {portsVariable, type RedirectPorts} from './ports.ts'

/** The sources are TypeScript and the published files JavaScript: the program is written as this file is. */
const program = new URL(`./redirectProgram${extname(import.meta.url)}`, import.meta.url)

/** Node runs `--import` in most worker threads, and `--require` in all. Quoted, because the path may have spaces. */
const nodeOption = `--require=${JSON.stringify(fileURLToPath(program))}`

export interface LakeAddress extends DatasetName {
  /** Such as `http://localhost:3900`. */
  address: string
}

export interface ChildEnvironmentOptions extends LakeAddress {
  env: Readonly<Record<string, string | undefined>>
  ports: RedirectPorts
  /** Sent by Sanity's command line. A lake without tokens accepts any. */
  token: string
}

/** Returns the environment of a program that uses a lake in place of the hosted service. */
export function childEnvironment(options: ChildEnvironmentOptions): Record<string, string> {
  const {env, ports, token} = options
  const inherited = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const {SANITY_API_HOST, SANITY_STUDIO_API_HOST, ...names} = addressVariables(options)
  return {
    ...names,
    ...inherited,
    SANITY_API_HOST,
    SANITY_STUDIO_API_HOST,
    SANITY_AUTH_TOKEN: token,
    ...withoutProxy(env),
    ...portsVariable(ports),
    NODE_OPTIONS: [env['NODE_OPTIONS'], nodeOption].filter(Boolean).join(' '),
  }
}

/** Returns the variables that name a lake and its first dataset, for Studios and for programs. */
export function addressVariables({address, projectId, dataset}: LakeAddress) {
  return {
    SANITY_API_HOST: address,
    SANITY_STUDIO_API_HOST: address,
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
  }
}

/** A proxy would take requests for the hosted service before they are led to the lake. */
function withoutProxy(env: ChildEnvironmentOptions['env']): Record<string, string> {
  const usesProxy = Object.entries(env).some(
    ([name, value]) => value && /^https?_proxy$/i.test(name),
  )
  if (!usesProxy) return {}
  const current = env['NO_PROXY'] ?? env['no_proxy']
  const all = [current, '.sanity.io', '.sanity.work', 'localhost', '.localhost', '127.0.0.1']
  const list = all.filter(Boolean).join(',')
  return {NO_PROXY: list, no_proxy: list}
}
