import {LakeError} from '../errors.ts'

/** The two names that identify a dataset. */
export interface DatasetName {
  /** The project ID, as for `createClient`: lowercase letters, digits and dashes. */
  projectId: string
  /** The dataset name: lowercase letters, digits, `_` and `-`, at most 64 characters. */
  dataset: string
}

interface NameFormat {
  pattern: RegExp
  description: string
}

/** The hosted service allows the same names. A name that starts with `~` is an alias. */
export const nameFormats = {
  projectId: {
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    description: 'lowercase letters, digits and -, such as local',
  },
  dataset: {
    pattern: /^[a-z0-9][a-z0-9_-]{0,63}$/,
    description: 'at most 64 lowercase letters, digits, - and _, such as production',
  },
} as const satisfies Record<keyof DatasetName, NameFormat>

/** Returns the names as one text. Neither name can contain a dot. */
export function datasetKey({projectId, dataset}: DatasetName): string {
  return `${projectId}.${dataset}`
}

/** @throws LakeError `invalid-configuration` if a name has another format than the hosted service allows */
export function assertDatasetName(name: DatasetName) {
  for (const option of ['projectId', 'dataset'] as const) {
    const {pattern, description} = nameFormats[option]
    if (pattern.test(name[option])) continue
    const lowercase = name[option].toLowerCase()
    const cure = pattern.test(lowercase)
      ? `It has capitals. Use "${lowercase}", here and in the client.`
      : `Use ${description}. Start with a letter or a digit.`
    throw new LakeError('invalid-configuration', `Invalid ${option}: "${name[option]}". ${cure}`)
  }
}
