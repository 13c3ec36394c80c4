import {fieldsOf, refOf, textOf, type StoredDocument} from '../reading/stored.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import type {Rule} from './finding.ts'

/**
 * Reports a series or call that names a calendar that can't decide about its dates: one of another
 * community, or one that is off.
 */
export const namedCalendarRule = {
  code: 'named-calendar',
  query: (document) => {
    const {calendar} = namingOf(document)
    return calendar === undefined ? undefined : {by: 'id', ids: [calendar]}
  },
  check: (document, {others}) => {
    const {calendar, eventUid, path} = namingOf(document)
    const warning = (field: string, message: string) => [
      {level: 'warning' as const, path: [...path, field], message},
    ]
    if (calendar === undefined) {
      if (eventUid === undefined) return []
      return warning(
        'eventUid',
        'This names an event without its calendar, so it has no effect. Select the calendar.',
      )
    }
    const named = others.find(({_type}) => _type === 'calendar')
    if (!named) return []
    const title = textOf(named['title']) ?? named._id
    if (named['ownership'] !== 'own') {
      return warning(
        'calendar',
        `“${title}” belongs to another community, so the dates it leaves out are still shown. Select one of your own calendars, or change its ownership.`,
      )
    }
    if (named['enabled'] !== false) return []
    return warning(
      'calendar',
      `“${title}” is off, so it is not read, and the dates it leaves out are still shown. Turn on “Show events”, or select another calendar.`,
    )
  },
} as const satisfies Rule

interface Naming {
  calendar: string | undefined
  eventUid: string | undefined
  path: PathSegment[]
}

/** A series names its calendar itself, a group in its call. */
function namingOf(document: StoredDocument): Naming {
  const isGroup = document._type === 'workingGroup'
  const fields = isGroup ? fieldsOf(document['call']) : document
  return {
    calendar: refOf(fields['calendar']),
    eventUid: textOf(fields['eventUid']),
    path: isGroup ? ['call'] : [],
  }
}
