import {findJoinDetails, mentionsPasscode, type JoinDetail} from '@touchpoints/calendar/links'

import type {DocumentQuery, Finding, Rule} from './finding.ts'
import {
  fieldsOf,
  publishedId,
  refOf,
  textOf,
  type Fields,
  type StoredDocument,
} from '../reading/stored.ts'
import {stringsOf, textsOf, type Placed} from '../reading/textsOf.ts'
import {touchpointQuery} from '../reading/touchpointQuery.ts'

/**
 * Reports a join link, a passcode, a meeting id or a number to dial in a text. In a text of a members'
 * meeting visitors would look for it in vain, because the loader removes it. In other texts a join link
 * belongs in its own field, where pages, calendars and feeds find it.
 */
export const joinDetailsRule = {
  code: 'join-details-in-text',
  query: relatedQuery,
  check: (document, {others}) => {
    const related = [document, ...others.filter((other) => isRelated(document, other))]
    const isForMembers = related.some(({audience}) => audience === 'members')
    const hasField = document._type !== 'recording'
    if (!isForMembers && !hasField) return []
    const joins = related.flatMap(joinsOf)
    return writtenIn(document).flatMap(({value, path}): Omit<Finding, 'code'>[] => {
      const kinds = new Set(findJoinDetails(value).map(({kind}) => kind))
      if (joins.some((join) => value.includes(join))) kinds.add('room-link')
      if (isForMembers && mentionsPasscode(value)) kinds.add('passcode')
      const [kind] = kinds
      if (kind === undefined) return []
      return isForMembers
        ? [{level: 'warning', path, message: membersMessage(kind)}]
        : [{level: 'info', path, message: publicMessage(kind)}]
    })
  },
} as const satisfies Rule

/** The session of a recording, and the series of a group, have the audience and the link. */
function relatedQuery(document: StoredDocument): DocumentQuery | undefined {
  if (document._type === 'recording') return touchpointQuery(document)
  return document._type === 'workingGroup' ? {by: 'type', type: 'series'} : undefined
}

function isRelated(document: StoredDocument, other: StoredDocument): boolean {
  return other._type !== 'series' || refOf(other['group']) === publishedId(document._id)
}

const names = {
  'room-link': 'a join link',
  passcode: 'a passcode',
  'meeting-id': 'a meeting id',
  'dial-in': 'a number to dial in',
} as const satisfies Record<JoinDetail['kind'], string>

function membersMessage(kind: JoinDetail['kind']): string {
  const name = names[kind]
  if (kind === 'passcode')
    return 'This text mentions a passcode. The meeting is for members, so visitors get the text without these sentences. Send the passcode with the invitation, and remove it here.'
  return kind === 'room-link'
    ? `This text contains ${name}. The meeting is for members, so visitors get the text without it. Enter it in “Join link”, which is not published either.`
    : `This text contains ${name}. The meeting is for members, so visitors get the text without it. Send it with the invitation, and remove it here.`
}

function publicMessage(kind: JoinDetail['kind']): string {
  const name = names[kind]
  return kind === 'room-link'
    ? `This text contains ${name}. Enter it in “Join link” instead, so that pages and calendars show it as a button.`
    : `This text contains ${name}, which everyone can read. A join link that contains it is shorter, and has its own field.`
}

/** Returns the strings that people write as text. A link field contains nothing but a link. */
function writtenIn(document: Fields): Placed<string>[] {
  const words = stringsOf(document).filter(
    ({value, path}) => !/\s/.test(value.trim()) && isText(path.at(-1), path.at(-2)),
  )
  return [...textsOf(document), ...words]
}

const textFields: ReadonlySet<unknown> = new Set([
  'title',
  'summary',
  'cancelReason',
  'edition',
  'topics',
  'description',
  'goals',
  'notRecordedReason',
  'season',
  'cadenceText',
  'reason',
  'note',
  // The text of a translation.
  'value',
])

function isText(last: unknown, list: unknown): boolean {
  return textFields.has(typeof last === 'number' ? list : last)
}

function joinsOf({links, defaultLinks}: Fields): string[] {
  return [links, defaultLinks].flatMap((each) => textOf(fieldsOf(each)['join']) ?? [])
}
