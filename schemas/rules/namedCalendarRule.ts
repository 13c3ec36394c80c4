import {refOf, textOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/**
 * Reports a series that names a calendar that can't decide about its dates: one of another
 * community, or one that is off.
 */
export const namedCalendarRule = {
  code: 'named-calendar',
  query: ({calendar}) => {
    const id = refOf(calendar)
    return id === undefined ? undefined : {by: 'id', ids: [id]}
  },
  check: ({calendar, eventUid}, {others}) => {
    const warning = (field: string, message: string) => [
      {level: 'warning' as const, path: [field], message},
    ]
    if (refOf(calendar) === undefined) {
      if (textOf(eventUid) === undefined) return []
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
