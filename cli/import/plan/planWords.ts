import type {SchemaTypeDefinition} from '@sanity/types'
import {textOf} from '@touchpoints/schemas/reading'

import {createContentWords} from './contentWords.ts'
import type {StoredVersions} from './differences.ts'
import type {PlanWords} from './groupText.ts'
import type {ImportedPlan} from './importedPlan.ts'

/** Returns the words for a plan. A document of the plan has the name that the plan gives it. */
export function planWords(
  {documents}: Pick<ImportedPlan, 'documents'>,
  stored: ReadonlyMap<string, StoredVersions>,
  types: readonly SchemaTypeDefinition[],
): PlanWords {
  const planned = new Map(documents.map(({document}) => [document._id, document]))
  const find = (id: string) => {
    const {draft, published} = stored.get(id) ?? {}
    return planned.get(id) ?? draft ?? published
  }
  const nameOfId = (id: string) => {
    const document = find(id)
    return textOf(document?.['title']) ?? textOf(document?.['name'])
  }
  return {
    ...createContentWords(types, nameOfId),
    nameOfId,
    typeOfId: (id) => find(id)?._type,
  }
}
