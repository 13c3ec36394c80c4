import {DatasetFault} from '../faults.ts'
import {isObject} from '../json.ts'
import type {ProjectValues} from './datasets.ts'

/** Another name for a dataset. Clients use it with a `~`, such as `~current`. */
export interface Alias {
  /** Without the `~`. */
  name: string
  /** Null if the alias is linked to no dataset. */
  datasetName: string | null
}

/** The hosted service allows a few, depending on the plan. */
const maxAliases = 100

const storedName = 'project/aliases'

/** Returns the aliases of a project, in the order in which they were created */
export function readAliases(values: Pick<ProjectValues, 'value'>): Alias[] {
  const stored = values.value(storedName)
  return (Array.isArray(stored) ? stored : []).flatMap((alias: unknown) => {
    if (!isObject(alias) || typeof alias.name !== 'string') return []
    const {name, datasetName} = alias
    return {name, datasetName: typeof datasetName === 'string' ? datasetName : null}
  })
}

/** @throws DatasetFault if there are too many */
export function writeAliases(values: Pick<ProjectValues, 'setValue'>, aliases: readonly Alias[]) {
  if (aliases.length > maxAliases) {
    throw new DatasetFault('full', `A project can have ${maxAliases} aliases. Delete one first.`)
  }
  values.setValue(storedName, aliases)
}
