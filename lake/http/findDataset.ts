import {readAliases} from '../datasets/aliases.ts'
import type {Datasets} from '../datasets/datasets.ts'
import type {OpenDataset} from '../datasets/openDataset.ts'
import {requestError} from './apiError.ts'

/** @throws ApiError 404 if the lake does not have the project */
export function assertProject(projectId: string, projects: readonly string[]) {
  if (projects.includes(projectId)) return
  const one = projects.length === 1
  throw requestError(
    404,
    `Project "${projectId}" not found. This lake has the project${one ? '' : 's'} ${quoted(projects)}.`,
  )
}

/** Finds the dataset that a request names. @throws ApiError 400 without a project, 404 if there is no such dataset */
export function findDataset(
  datasets: Datasets,
  {projectId, dataset}: {projectId?: string | undefined; dataset: string},
): OpenDataset {
  if (projectId === undefined) {
    throw requestError(
      400,
      `The request names no project, and this lake has the projects ${quoted(datasets.projects())}. Send the header X-Sanity-Project-ID, or use the host <project>.localhost.`,
    )
  }
  assertProject(projectId, datasets.projects())
  const found = datasets.get({projectId, dataset: linkedDataset(datasets, projectId, dataset)})
  if (found) return found
  // The lists of the hosted service hide add-on datasets too.
  const names = datasets
    .list(projectId)
    .filter(({engine}) => datasets.settings(engine)?.addonFor === undefined)
    .map(({engine}) => engine.dataset)
  throw requestError(
    404,
    `Dataset "${dataset}" not found for project ID "${projectId}". This lake has the dataset${names.length === 1 ? '' : 's'} ${quoted(names)}.`,
  )
}

/** Returns the dataset that an alias such as `~current` is linked to, or the name itself. */
function linkedDataset(datasets: Datasets, projectId: string, name: string): string {
  if (!name.startsWith('~')) return name
  const values = datasets.values(projectId)
  const alias = values && readAliases(values).find((each) => `~${each.name}` === name)
  return alias?.datasetName ?? name
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
