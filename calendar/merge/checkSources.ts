import {nameHint, OptionError, type OptionCheck} from '../optionNames.ts'
import {list, requireValue} from '../optionValues.ts'
import type {EventSource} from './sources.ts'

/** The list that each kind has. Feeds have a calendar instead. */
const lists = {
  touchpoints: 'touchpoints',
  cadences: 'cadences',
  decisions: 'decisions',
  feed: undefined,
  'failed-feed': undefined,
} as const satisfies Record<EventSource['kind'], string | undefined>

const calendar: OptionCheck = (value) =>
  typeof Reflect.get(Object(value), 'between') === 'function'
    ? undefined
    : 'Use a calendar of parseCalendar.'

/**
 * Refuses sources that no compiler has checked: an unknown kind, and a list or calendar that is missing. Otherwise
 * they would be left out silently. A session with an invalid time is a problem of the result.
 *
 * @throws OptionError that names the source
 */
export function checkSources(sources: readonly EventSource[]): void {
  requireValue('mergeEvents', 'sources', sources, list)
  for (const source of sources) checkSource(source)
}

function checkSource(source: EventSource): void {
  const kind: unknown = Reflect.get(Object(source), 'kind')
  if (typeof kind !== 'string' || !Object.hasOwn(lists, kind)) {
    const hint = nameHint(String(kind), Object.keys(lists))
    throw new OptionError('kind', `A source of mergeEvents has the kind "${String(kind)}". ${hint}`)
  }
  if (source.kind === 'feed') {
    requireValue(`the feed "${source.id}"`, 'calendar', source.calendar, calendar)
    return
  }
  const name = lists[source.kind]
  if (name !== undefined) {
    requireValue(`the source "${kind}"`, name, Reflect.get(source, name), list)
  }
}
