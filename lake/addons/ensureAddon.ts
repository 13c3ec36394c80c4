import type {Datasets} from '../datasets/datasets.ts'
import type {DatasetName} from '../datasets/datasetName.ts'
import {InvalidInputFault} from '../faults.ts'

/** The profile of the add-on dataset that stores comments and tasks. */
const profile = 'comments'

/**
 * Returns the name of the add-on dataset for the comments and tasks of a dataset, and creates it if it does
 * not exist.
 *
 * @throws InvalidInputFault if the dataset is itself an add-on, or if its name is used by another dataset
 */
export function ensureAddon(
  datasets: Datasets,
  name: DatasetName,
  createdByUserId: string,
): string {
  if (datasets.settings(name)?.addonFor !== undefined) {
    throw new InvalidInputFault(
      `The dataset "${name.dataset}" stores comments itself. Set up comments for the dataset that it belongs to.`,
    )
  }
  const addon = {projectId: name.projectId, dataset: `${name.dataset}-${profile}`}
  const existing = datasets.settings(addon)
  if (existing?.addonFor === name.dataset) return addon.dataset
  if (existing) {
    throw new InvalidInputFault(
      `Comments of "${name.dataset}" need the dataset "${addon.dataset}", but it has another use. Copy it to another name, and delete it.`,
    )
  }
  datasets.create(addon, {
    aclMode: 'private',
    addonFor: name.dataset,
    datasetProfile: profile,
    createdByUserId,
  })
  return addon.dataset
}
