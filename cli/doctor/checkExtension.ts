import {type LoadedExtension, schemaTypesOf} from '../extension.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'

const about = 'Extension'

interface Checked {
  loaded?: LoadedExtension
  diagnoses: Diagnosis[]
}

/** Loads the extension of the project, and checks that it fits into the schema. Silent without one. */
export async function checkExtension(
  load: () => Promise<LoadedExtension | undefined>,
): Promise<Checked> {
  try {
    const loaded = await load()
    if (!loaded) return {diagnoses: []}
    await schemaTypesOf(loaded)
    return {loaded, diagnoses: [{about, state: 'ok', message: summary(loaded)}]}
  } catch (error) {
    return {diagnoses: [{about, state: 'fail', message: reasonOf(error)}]}
  }
}

function summary({file, extension: {fields = {}, documents = {}}}: LoadedExtension): string {
  const parts = [
    ...Object.entries(fields).map(
      ([type, added]) => `${added.fields.map(({name}) => name).join(', ')} to ${type}`,
    ),
    ...Object.keys(documents).map((name) => `the document type ${name}`),
  ]
  return `${file} adds ${parts.join('; ')}.`
}
