import type {DatasetName} from '../../datasets/datasetName.ts'

/**
 * Splits the name of a dataset on the command line.
 *
 * @example
 * splitName('production') // {dataset: 'production'}
 * splitName('abc123.staging') // {projectId: 'abc123', dataset: 'staging'}
 */
export function splitName(name: string): Partial<DatasetName> & {dataset: string} {
  const [first = '', ...rest] = name.split('.')
  return rest.length === 0 ? {dataset: first} : {projectId: first, dataset: rest.join('.')}
}
