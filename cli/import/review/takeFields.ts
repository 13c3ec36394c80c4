import type {PlannedDocument} from '@touchpoints/importers/plan'

import {compareStored, type FieldDifference, type StoredVersions} from '../plan/differences.ts'
import type {PlanWords} from '../plan/groupText.ts'
import {printable} from '../plan/printable.ts'
import {nameOf} from '../plan/reportPlan.ts'
import type {Review} from '../plan/settlePlan.ts'
import type {Prompts} from './prompts.ts'

interface Different {
  planned: PlannedDocument
  fields: FieldDifference[]
}

/** From this number on, one question comes first that can answer for all. */
const many = 3

/**
 * Asks about each document that is stored with other values. What is stored is kept by default. Returns
 * undefined when the person stops.
 */
export async function takeFields(
  documents: readonly PlannedDocument[],
  stored: ReadonlyMap<string, StoredVersions>,
  {prompts, words}: {prompts: Prompts; words: PlanWords},
): Promise<Review['taken'] | undefined> {
  const different = documents.flatMap((planned): Different[] => {
    const comparison = compareStored(planned, stored.get(planned.document._id) ?? {})
    return comparison.kind === 'different' ? [{planned, fields: comparison.fields}] : []
  })
  if (different.length >= many) {
    const message = `${different.length} documents are stored with other values`
    const decision = await prompts.select(message, [
      {value: 'mine', label: 'Keep all that is stored'},
      {value: 'each', label: 'Decide one by one'},
      {value: 'theirs', label: 'Take all values of the source'},
    ])
    if (decision === undefined) return undefined
    if (decision === 'mine') return new Map()
    if (decision === 'theirs') {
      return new Map(different.map(({planned}) => [planned.document._id, 'all' as const]))
    }
  }
  const taken = new Map<string, 'all' | readonly string[]>()
  for (const each of different) {
    const fields = await fieldsToTake(each, prompts, words)
    if (fields === undefined) return undefined
    if (fields.length > 0) taken.set(each.planned.document._id, fields)
  }
  return taken
}

async function fieldsToTake(
  {planned, fields}: Different,
  prompts: Prompts,
  {typeTitle, fieldTitle, valueText}: PlanWords,
): Promise<'all' | readonly string[] | undefined> {
  const type = planned.document._type
  const shown = (value: unknown, field: string) => printable(valueText(value, {type, field}), 60)
  const lines = fields.map(
    ({field, mine, theirs}) =>
      `  ${fieldTitle(type, field)}: ${shown(mine, field)} → ${shown(theirs, field)}`,
  )
  const decision = await prompts.select(
    `${typeTitle(type)} “${nameOf(planned)}” is stored with other values\n${lines.join('\n')}`,
    [
      {value: 'mine', label: 'Keep what is stored'},
      {value: 'theirs', label: 'Take the values of the source'},
      {value: 'fields', label: 'Choose fields'},
    ],
  )
  if (decision === undefined) return undefined
  if (decision === 'mine') return []
  if (decision === 'theirs') return 'all'
  return prompts.multiselect(
    'Which fields do you take from the source?',
    fields.map(({field, mine, theirs}) => ({
      value: field,
      label: fieldTitle(type, field),
      hint: `${shown(mine, field)} → ${shown(theirs, field)}`,
    })),
  )
}
