import type {StudioExtension} from 'touchpoints/extend'

import {type LoadedExtension, schemaTypesOf} from '../extension.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'

const about = 'Extension'

interface Checked {
  /** The extension, unless the schema or a loader refuses it. */
  loaded?: LoadedExtension
  diagnoses: Diagnosis[]
}

/**
 * Loads the extension of the project, and checks that it fits into the schema and into a loader, and that its
 * views fit its fields. Silent without one.
 *
 * @param connectWith - creates the loader, which throws when it refuses the extension
 */
export async function checkExtension(
  load: () => Promise<LoadedExtension | undefined>,
  connectWith: (extension: StudioExtension) => void,
): Promise<Checked> {
  try {
    const loaded = await load()
    if (!loaded) return {diagnoses: []}
    await schemaTypesOf(loaded)
    connectWith(loaded.extension)
    const ok = {about, state: 'ok', message: summary(loaded)} as const
    return {loaded, diagnoses: [ok, ...(await driftOf(loaded))]}
  } catch (error) {
    return {diagnoses: [{about, state: 'fail', message: reasonOf(error)}]}
  }
}

/** Returns where a view and the stored fields disagree: there a loader leaves documents out. */
async function driftOf({file, extension}: LoadedExtension): Promise<Diagnosis[]> {
  // Loaded here, because only a project with an extension needs the compiler of the schema.
  const {findDrift} = await import('touchpoints/drift')
  const warning = (message: string): Diagnosis => ({about, state: 'warn', message})
  try {
    return findDrift(extension).map(({message}) => warning(`${file}: ${message}`))
  } catch (error) {
    // A view can contain GROQ of the project, which nothing has read before.
    const advice = 'Check the paths and the GROQ that its views contain.'
    const reason = reasonOf(error)
    return [
      warning(`The views of ${file} could not be compared with its fields (${reason}). ${advice}`),
    ]
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
