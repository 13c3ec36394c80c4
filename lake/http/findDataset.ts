import {readAliases} from '../datasets/aliases.ts'
import type {DatasetName} from '../datasets/datasetName.ts'
import type {Datasets} from '../datasets/datasets.ts'
import type {OpenDataset} from '../datasets/openDataset.ts'
import {requestError} from './apiError.ts'
import {howToNameProject} from './requestedProject.ts'
import type {Visitor} from './visitor.ts'

/** Who requests something. The errors for a stranger have no names but the requested ones. */
type Role = Pick<Visitor, 'role'>

/** @throws ApiError 404 if the lake does not have the project */
export function assertProject(datasets: Datasets, projectId: string, {role}: Role) {
  const projects = datasets.projects()
  if (projects.includes(projectId)) return
  const hint = role === 'none' ? '' : ` This lake has the ${listed('project', projects)}.`
  throw requestError(404, `Project "${projectId}" not found.${hint}`)
}

/** Finds the dataset that a request names. @throws ApiError 400 without a project, 404 if there is no such dataset */
export function findDataset(
  datasets: Datasets,
  {projectId, dataset}: {projectId?: string | undefined; dataset: string},
  visitor: Role,
): OpenDataset {
  if (projectId === undefined) throw withoutProject(datasets, dataset, visitor)
  assertProject(datasets, projectId, visitor)
  const found = datasets.get({projectId, dataset: linkedDataset(datasets, projectId, dataset)})
  if (found) return found
  throw missingDataset(datasets, {projectId, dataset}, visitor)
}

/** Like `findDataset`. A private dataset does not exist for a stranger. */
export function findVisibleDataset(
  datasets: Datasets,
  name: DatasetName,
  visitor: Role,
): OpenDataset {
  const found = findDataset(datasets, name, visitor)
  const isPrivate = datasets.settings(found.engine)?.aclMode === 'private'
  if (visitor.role === 'none' && isPrivate) throw missingDataset(datasets, name, visitor)
  return found
}

/** The lake does not choose a project, because the choice would change with the next dataset that someone creates. */
function withoutProject(datasets: Datasets, dataset: string, {role}: Role) {
  if (role === 'none') {
    return requestError(400, `The request names no project. ${howToNameProject()}`)
  }
  const projects = datasets.projects()
  const having = projects.filter((projectId) =>
    datasets.get({projectId, dataset: linkedDataset(datasets, projectId, dataset)}),
  )
  const [only] = having.length === 1 ? having : []
  const hint = only === undefined ? '' : ` Only "${only}" has a dataset "${dataset}".`
  return requestError(
    400,
    `The request names no project, and this lake has the ${listed('project', projects)}.${hint} ${howToNameProject(only)}`,
  )
}

function missingDataset(datasets: Datasets, {projectId, dataset}: DatasetName, {role}: Role) {
  // An add-on dataset belongs to another one, and is of no use alone.
  const names = datasets
    .list(projectId)
    .filter(({engine}) => datasets.settings(engine)?.addonFor === undefined)
    .map(({engine}) => engine.dataset)
  const hint = role === 'none' ? '' : ` This lake has the ${listed('dataset', names)}.`
  return requestError(404, `Dataset "${dataset}" not found for project ID "${projectId}".${hint}`)
}

/** Returns the dataset that an alias such as `~current` is linked to, or the name itself. */
function linkedDataset(datasets: Datasets, projectId: string, name: string): string {
  if (!name.startsWith('~')) return name
  const values = datasets.values(projectId)
  const alias = values && readAliases(values).find((each) => `~${each.name}` === name)
  return alias?.datasetName ?? name
}

function listed(kind: string, names: readonly string[]): string {
  return `${kind}${names.length === 1 ? '' : 's'} ${names.map((name) => `"${name}"`).join(', ')}`
}
