import {assertDatasetName, type DatasetName, datasetKey} from '../../datasets/datasetName.ts'
import {CommandError} from '../CommandError.ts'
import type {Shell} from '../shell.ts'
import {readProject} from './readProject.ts'
import {splitName} from './splitName.ts'

/** What a lake serves. */
export interface Project {
  /** The folder of the Sanity project, or the current folder. Absolute. */
  root: string
  /** The first one is what a client gets that names nothing else. */
  datasets: readonly [DatasetName, ...DatasetName[]]
}

export interface ProjectOptions {
  project?: string | undefined
  /** Names, or `<project>.<name>`. */
  dataset?: readonly string[] | undefined
}

const defaultDataset = 'production'

/**
 * Finds the datasets of the Sanity project in the current folder. Options win over its files, which are not read if the
 * options say everything.
 *
 * @throws CommandError without a project id, LakeError for an invalid name
 */
export async function findProject(
  {project, dataset = []}: ProjectOptions,
  {env, folder, printError}: Pick<Shell, 'env' | 'folder' | 'printError'>,
): Promise<Project> {
  const requested = dataset.map(splitName)
  const complete = requested.length > 0 && requested.every(({projectId}) => projectId !== undefined)
  const needsFiles = project === undefined && !complete
  const read = needsFiles ? await readProject(folder, env) : undefined
  const projectId = project ?? read?.projectId
  const root = read?.root ?? folder
  const listed = requested.length > 0 || project !== undefined ? requested : (read?.datasets ?? [])
  const problems = read?.problems ?? []
  // A default would be a guess where a file names a dataset that is unknown.
  if (needsFiles && listed.length === 0 && problems.length > 0) {
    throw projectId === undefined ? withoutProject(problems) : withoutDataset(problems)
  }
  const names = (listed.length > 0 ? listed : [{}]).map((each: Partial<DatasetName>) => {
    const id = each.projectId ?? projectId
    if (id === undefined) throw withoutProject(problems)
    return {projectId: id, dataset: each.dataset ?? defaultDataset}
  })
  for (const name of names) assertDatasetName(name)
  for (const problem of requested.length === 0 ? problems : []) {
    printError(
      `! ${problem}. If the lake should have its datasets, pass each one with --dataset, such as --dataset abc123.staging.`,
    )
  }
  const [first = names[0], ...others] = new Map(
    names.map((each) => [datasetKey(each), each]),
  ).values()
  if (!first) throw withoutProject(problems)
  return {root, datasets: [first, ...others]}
}

function withoutDataset(problems: readonly string[]): CommandError {
  return new CommandError(
    'project',
    `${problems.join('. ')}. Pass the datasets of the lake, such as: --dataset production`,
  )
}

function withoutProject(problems: readonly string[]): CommandError {
  const why =
    problems.length === 0
      ? 'There is no sanity.cli.ts or sanity.config.ts here or above'
      : problems.join('. ')
  return new CommandError(
    'project',
    `${why}. Run the command in the folder of a Studio, or pass --project with its project ID, such as: --project abc123 --dataset production`,
  )
}
