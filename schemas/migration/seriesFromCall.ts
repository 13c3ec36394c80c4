import {fieldsOf, publishedId, textOf, type Fields, type StoredDocument} from '../reading/stored.ts'
import {cadenceFromRecurrence, isOver} from './cadenceFromRecurrence.ts'
import {present, siblingId, type Dataset} from './dataset.ts'

/** Returns the id of the series that the call of a group becomes. */
export function callSeriesId(groupId: string): string {
  return `series-${publishedId(groupId)}-call`
}

/** Turns the call of a group into a series. The call of a draft or version becomes one, too. */
export function seriesFromCall(
  group: StoredDocument,
  call: Fields,
  {documents, ids, today}: Dataset,
): StoredDocument {
  const {title, audience, cadence, minutes, calendar, eventUid, join} = valuesOfCall(call)
  const hasEnded = group['phase'] === 'archived' || isOver(call['recurrence'], today)
  const slug = textOf(fieldsOf(group['slug'])['current'])
  const seriesId = callSeriesId(group._id)
  return {
    _id: siblingId(group._id, seriesId),
    _type: 'series',
    ...present({
      title,
      slug: slug && {_type: 'slug', current: freeSlug(`${slug}-call`, seriesId, documents)},
      group: referenceTo(publishedId(group._id), ids),
      meets: 'standing',
      lifecycle: hasEnded ? 'ended' : 'active',
      cadence,
      minutes,
      audience: audience ?? 'everyone',
      calendar,
      eventUid,
      defaultLinks: join && {_type: 'meetingLinks', join},
    }),
  }
}

/** The values of a call, with the names that a series has for them. */
export function valuesOfCall(call: Fields) {
  const {title, audience, recurrence, minutes, joinUrl, calendar, eventUid} = call
  const cadence = cadenceFromRecurrence(recurrence)
  return {title, cadence, minutes, audience, calendar, eventUid, join: joinUrl}
}

/** The same values of a series. */
export function valuesOfSeries(series: StoredDocument): ReturnType<typeof valuesOfCall> {
  const {title, cadence, minutes, audience, calendar, eventUid, defaultLinks} = series
  return {
    title,
    cadence,
    minutes,
    audience,
    calendar,
    eventUid,
    join: fieldsOf(defaultLinks)['join'],
  }
}

/** A strong reference needs a published document. The Studio writes the other ones like this. */
function referenceTo(groupId: string, ids: ReadonlySet<string>) {
  const reference = {_type: 'reference', _ref: groupId}
  if (ids.has(groupId)) return reference
  return {...reference, _weak: true, _strengthenOnPublish: {type: 'workingGroup'}}
}

/** Slugs have at most 96 characters, and no other series may have the same one. */
function freeSlug(wanted: string, seriesId: string, documents: readonly StoredDocument[]): string {
  const taken = new Set(
    documents
      .filter(({_type, _id}) => _type === 'series' && publishedId(_id) !== seriesId)
      .map(({slug}) => fieldsOf(slug)['current']),
  )
  const base = wanted.slice(0, 90).replace(/-$/, '')
  let slug = base
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
  return slug
}
