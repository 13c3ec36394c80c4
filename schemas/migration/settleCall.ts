import {fieldsOf, publishedId, type Fields, type StoredDocument} from '../reading/stored.ts'
import {
  siblingId,
  without,
  type ChangedFact,
  type Dataset,
  type EditorTask,
  type Update,
} from './dataset.ts'
import {isSameValue} from './isSameValue.ts'
import {callSeriesId, seriesFromCall, valuesOfCall, valuesOfSeries} from './seriesFromCall.ts'

/** What becomes of a call. */
export type SettledCall =
  /** It becomes this series. */
  | {kind: 'new'; series: StoredDocument}
  /** A series has all its values, so there is nothing to write. */
  | {kind: 'kept'}
  /** The series that it became is as the migration made it, so it gets the values of the call. */
  | {kind: 'newer'; update: Update; replaced: ChangedFact[]}
  /** The series was edited, too. An editor decides. */
  | {kind: 'contradicts'; task: EditorTask}

/** Decides what becomes of a call, also after a migration that stopped, or for a restored group. */
export function settleCall(group: StoredDocument, call: Fields, dataset: Dataset): SettledCall {
  const {documents} = dataset
  const seriesId = siblingId(group._id, callSeriesId(group._id))
  const existing = documents.find(({_id}) => _id === seriesId)
  if (existing) return compare(group, call, existing)
  if (group._id === publishedId(group._id)) return newSeries(group, call, dataset)
  const original = documents.find(({_id}) => _id === publishedId(group._id))
  const published = documents.find(({_id}) => _id === callSeriesId(group._id))
  // A draft with the call of its published form needs no draft of the series, and shares its contradiction.
  if (isSameValue(original?.['call'], call)) {
    const settled = published ? compare(group, call, published) : undefined
    return settled?.kind === 'contradicts' ? settled : {kind: 'kept'}
  }
  if (!published) return newSeries(group, call, dataset)
  const values = changedValues(call, published)
  if (values.length === 0) return {kind: 'kept'}
  // Publishing it must change nothing but these values.
  const draft = without(published, '_rev', '_createdAt', '_updatedAt')
  const changes = fieldsFrom(values, published)
  return {kind: 'new', series: {...draft, ...changes, _id: seriesId}}
}

function newSeries(group: StoredDocument, call: Fields, dataset: Dataset): SettledCall {
  return {kind: 'new', series: seriesFromCall(group, call, dataset)}
}

function compare(group: StoredDocument, call: Fields, series: StoredDocument): SettledCall {
  const values = changedValues(call, series)
  if (values.length === 0) return {kind: 'kept'}
  if (isAsCreated(series)) {
    const reason = `Replaced: the call of ${group._id} was edited after it had become this series.`
    return {
      kind: 'newer',
      update: {id: series._id, values: fieldsFrom(values, series)},
      replaced: values
        .filter(({before}) => before !== undefined)
        .map(({field, before}) => ({
          documentId: series._id,
          field,
          value: shown(before),
          reason,
        })),
    }
  }
  const differences = values.map(
    ({field, value, before}) => `${field} is ${shown(value)} here and ${shown(before)} there`,
  )
  const message = `The call is kept, because it contradicts ${series._id}, which was edited: ${differences.join('; ')}. Correct the series if the call is right. Then remove the field "call" from the group.`
  return {kind: 'contradicts', task: {documentId: group._id, message}}
}

interface ChangedValue {
  field: string
  value: unknown
  /** What the series has. */
  before: unknown
}

/** Returns the values of a call that its series does not have. Without a value, a call changes none. */
function changedValues(call: Fields, series: StoredDocument): ChangedValue[] {
  const existing = new Map<string, unknown>(Object.entries(valuesOfSeries(series)))
  return Object.entries(valuesOfCall(call)).flatMap(([field, value]: [string, unknown]) => {
    const before = existing.get(field) ?? undefined
    const isMissing = value === undefined || value === null
    return isMissing || isSameValue(value, before) ? [] : [{field, value, before}]
  })
}

function fieldsFrom(values: readonly ChangedValue[], series: StoredDocument): Fields {
  return Object.fromEntries(
    values.map(({field, value}) =>
      field === 'join'
        ? [
            'defaultLinks',
            {_type: 'meetingLinks', ...fieldsOf(series['defaultLinks']), join: value},
          ]
        : [field, value],
    ),
  )
}

/** A Content Lake gives both times to a new document, and changes the second one with each edit. */
function isAsCreated({_createdAt, _updatedAt}: StoredDocument): boolean {
  return _createdAt !== undefined && _createdAt === _updatedAt
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}
