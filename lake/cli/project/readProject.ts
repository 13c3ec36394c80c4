import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {reasonOf} from '../../reasonOf.ts'
import {withEnvironmentFiles} from './environmentFiles.ts'
import {evaluateConfig} from './evaluateConfig.ts'
import {stubbedImport} from './stub.ts'

/** What the configuration files of a Sanity project say. */
export interface ReadProject {
  /** The folder with the files. */
  root: string
  projectId?: string
  /** Datasets by their project, the first one first. */
  datasets: readonly Named[]
  /** Why something could not be read. */
  problems: readonly string[]
}

interface Named {
  projectId?: string | undefined
  dataset?: string | undefined
}

/** What one configuration names, with what it names without a value that the lake knows. */
interface Names extends Named {
  /** Imports that a value comes from. */
  imports: readonly string[]
  /** Fields that are there without a value, such as `api.dataset`. */
  empty: readonly string[]
}

const extensions = ['ts', 'tsx', 'js', 'jsx', 'mjs', 'mts']
const cliNames = extensions.map((extension) => `sanity.cli.${extension}`)
const studioNames = extensions.map((extension) => `sanity.config.${extension}`)

/** A configuration also reads variables such as `CI`. */
const named = /sanity|project|dataset/i

/** Reads the nearest Sanity project, in a folder or above it. Undefined if there is none. */
export async function readProject(
  folder: string,
  processEnv: Readonly<Record<string, string | undefined>>,
): Promise<ReadProject | undefined> {
  const root = findRoot(folder)
  if (root === undefined) return undefined
  const env = withEnvironmentFiles(root, processEnv)
  const problems: string[] = []
  let projectId: string | undefined
  const [cli] = await read(cliNames, 'api')
  const workspaces = await read(studioNames)
  const datasets = [...(cli ? [cli] : []), ...workspaces].filter(
    (each) => each.projectId !== undefined || each.dataset !== undefined,
  )
  return {root, datasets, problems, ...(projectId !== undefined && {projectId})}

  /** Evaluates without packages first, which is quick, and with packages if a name comes from one. */
  async function read(names: readonly string[], key?: string): Promise<readonly Named[]> {
    const name = names.find((each) => existsSync(join(root ?? '', each)))
    if (name === undefined) return []
    let problem = ''
    let last: {id?: string | undefined; complete: readonly Named[]} = {complete: []}
    for (const stubbed of ['all', 'sanity'] as const) {
      // The packages of a Studio take seconds, and need a browser.
      if (stubbed === 'sanity' && names !== cliNames) break
      try {
        const {value, missing} = await evaluateConfig(join(root ?? '', name), {env, stubbed})
        const all = (Array.isArray(value) ? value : [value]).map((each) => namesIn(each, key))
        const id = all.find((each) => each.projectId !== undefined)?.projectId
        const complete = all.filter(({imports, empty}) => imports.length + empty.length === 0)
        const imports = [...new Set(all.flatMap((each) => each.imports))]
        const empty = all.flatMap((each) => each.empty)
        if (complete.length === all.length && id !== undefined) {
          projectId ??= id
          return all
        }
        last = {id, complete: id !== undefined || imports.length > 0 ? complete : []}
        problem =
          imports.length > 0
            ? `${name} takes a project ID or dataset from ${listed(imports.map((each) => `"${each}"`))}, which the lake cannot load. What depends on it is left out`
            : id !== undefined
              ? `${name} has no value for ${listed(empty)}`
              : `${name} has no project ID`
        const likely = missing.filter((variable) => named.test(variable))
        const variables = likely.length > 0 ? likely : missing
        if (imports.length === 0 && variables.length > 0) {
          const [are, them] = variables.length === 1 ? ['is', 'it'] : ['are', 'them']
          const option = id !== undefined ? '--dataset' : '--project'
          problem += `. It reads ${listed(variables)}, which ${are} not set. Set ${them} in .env, or pass ${option}`
        }
      } catch (error) {
        const reason = reasonOf(error).split('\n')[0]
        // The first evaluation says which value the package is for.
        problem =
          problem === '' ? `${name} could not be read (${reason})` : `${problem} (${reason})`
      }
    }
    problems.push(problem)
    projectId ??= last.id
    return last.complete
  }
}

function findRoot(folder: string): string | undefined {
  if ([...cliNames, ...studioNames].some((name) => existsSync(join(folder, name)))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : findRoot(above)
}

function namesIn(config: unknown, key: string | undefined): Names {
  const fields: unknown = Object(key === undefined ? config : Reflect.get(Object(config), key))
  const {projectId, dataset, name} = Object(fields)
  const imports = [projectId, dataset].flatMap((each) => stubbedImport(each) ?? [])
  const workspace = typeof name === 'string' && key === undefined ? ` of the workspace ${name}` : ''
  const empty = Object.entries({projectId, dataset})
    .filter(([field, value]) => field in Object(fields) && isEmpty(value))
    .map(([field]) => `${key === undefined ? '' : `${key}.`}${field}${workspace}`)
  return {projectId: textOf(projectId), dataset: textOf(dataset), imports, empty}
}

/** A variable that is not set, and what `String(…)`, a template and `process.env` make of it. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'undefined'
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names)
}

function textOf(value: unknown): string | undefined {
  const isKnown = typeof value === 'string' && !isEmpty(value) && stubbedImport(value) === undefined
  return isKnown ? value : undefined
}
