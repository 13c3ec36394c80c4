import {cadenceDates} from '../../../calendar/time/index.ts'
import type {ImportPlan} from '../../../importers/plan/index.ts'
import {cadenceOf, fieldsOf, itemsOf, refOf} from '../../../schemas/reading/index.ts'
import type {StoredDocument} from '../../../schemas/rules/index.ts'

/** One fact of a document: `meeting Rope · zone: Europe/Madrid` is a subject, a field and a value. */
export interface Fact {
  /** `_id` of the document that has it. */
  document: string
  subject: string
  field: string
  value: string
}

export function factLine({subject, field, value}: Omit<Fact, 'document'>): string {
  return `${subject} · ${field}: ${value}`
}

/** Returns what the documents of a plan say, one fact each, without ids and keys. */
export function factsOfPlan({documents}: Pick<ImportPlan, 'documents'>): Fact[] {
  const all = documents.map(({document}) => document)
  return all.flatMap((document) => factsOf(document, all))
}

/** Returns the facts that a document would have with these values. */
export function factsWith(
  document: StoredDocument,
  set: Readonly<Record<string, unknown>>,
  {documents}: Pick<ImportPlan, 'documents'>,
): Fact[] {
  const {_id, _type} = document
  return factsOf(
    {...document, ...set, _id, _type},
    documents.map((each) => each.document),
  )
}

function factsOf(document: StoredDocument, all: readonly StoredDocument[]): Fact[] {
  const {_id, _type} = document
  const named = (value: unknown) => nameOf(all.find((each) => each._id === refOf(value)))
  const subject = `${_type} ${nameOf(document)}`
  const fact = (field: string, value: unknown): Fact[] =>
    typeof value === 'string' || typeof value === 'number'
      ? [{document: _id, subject, field, value: String(value)}]
      : []
  const simple = simpleFields.flatMap((field) => fact(field, document[field]))
  const references = ['parent', 'lead', 'group', 'series', 'organization', 'touchpoint', 'calendar']
  const lists = ['goals', 'regions', 'topics'].flatMap((field) =>
    [document[field] ?? []].flat().flatMap((value) => fact(field, value)),
  )
  const schedule = fieldsOf(document['schedule'])
  const media = fieldsOf(document['media'])
  return [
    ...simple,
    ...lists,
    ...references.flatMap((field) => (document[field] ? fact(field, named(document[field])) : [])),
    ...fact('start', schedule['start']),
    ...(schedule['start'] ? fact('minutes', schedule['minutes']) : []),
    ...fact('dates', datesOf(document['cadence'])),
    ...[...new Set(zonesOf(document['cadence']))].flatMap((zone) => fact('zone', zone)),
    ...Object.entries(fieldsOf(document['links'])).flatMap(linkFacts),
    ...Object.entries(fieldsOf(document['defaultLinks'])).flatMap(linkFacts),
    ...Object.entries(media).flatMap(linkFacts),
    ...itemsOf(document['links']).flatMap(({item}) => fact(`link ${kindOf(item)}`, item['url'])),
    ...itemsOf(document['channels']).flatMap(({item}) =>
      fact(`channel ${kindOf(item)}`, [item['name'], item['url']].filter(Boolean).join(' ')),
    ),
    ...itemsOf(document['roles']).flatMap(({item}) => {
      const term = [item['from'], item['to'], item['note']].filter(Boolean).join(' ')
      return fact(`role ${String(item['role'])}`, `${named(item['person'])} ${term}`.trim())
    }),
    ...itemsOf(document['guests']).flatMap(({item}) =>
      fact(String(item['role']), named(item['guest'])),
    ),
    ...itemsOf(document['agenda']).flatMap(({item}) =>
      fact('agenda', [item['title'], item['minutes']].filter(Boolean).join(' ')),
    ),
  ]

  function linkFacts([field, value]: [string, unknown]): Fact[] {
    return field.startsWith('_') || Array.isArray(document['links']) ? [] : fact(field, value)
  }
}

/** Fields that are facts as they are. */
const simpleFields = [
  'kind',
  'phase',
  'description',
  'cadenceText',
  'meets',
  'audience',
  'summary',
  'availability',
  'notRecordedReason',
  'recordingPolicy',
  'date',
  'feedUrl',
  'publicUrl',
  'timeZone',
  'path',
  'submitEventEmail',
  'minutes',
] as const

function nameOf(document: StoredDocument | undefined): string {
  if (!document) return '(nothing)'
  const name = document['title'] ?? document['name']
  return typeof name === 'string' ? name : document._id
}

function kindOf(item: object): string {
  return String(Reflect.get(item, 'kind') ?? 'personal')
}

function datesOf(value: unknown): string | undefined {
  const cadence = cadenceOf(value)
  const from = cadence?.slots.map(({startDate}) => startDate).toSorted()[0]
  if (!cadence || from === undefined) return undefined
  const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString()
  const dates = cadenceDates(cadence, {from: dayBefore, count: 3})
  return dates.map(({start}) => start).join(' ')
}

function zonesOf(value: unknown): string[] {
  return cadenceOf(value)?.slots.map(({timeZone}) => timeZone) ?? []
}
