import {list, requireValue} from './optionValues.ts'
import type {
  CadenceOrigin,
  EventOrigin,
  FeedOrigin,
  GivenField,
  Join,
  MergedEvent,
} from './merge/mergedEvent.ts'
import {statusNames} from './merge/statusNames.ts'

/**
 * Returns why an event is as it is, in English sentences: its sources and why they are one event, which
 * source its fields come from, its status, what it may be mistaken for, and where its join link is from or why it has none.
 *
 * The sentences say only what the event records. They contain titles of feeds, so escape them for the format
 * that you write.
 *
 * @throws OptionError when it is no event of `mergeEvents`
 * @example
 * explain(event)
 * // ['2 sources describe this event: the session "Licensing with Ana" and the community\'s own calendar "Community".',
 * //  'The session "Licensing with Ana" and the community\'s own calendar "Community" are joined, because the session names the UID of the event.']
 */
export function explain(event: MergedEvent): string[] {
  for (const name of ['sources', 'joins']) {
    requireValue('the event of explain', name, Reflect.get(Object(event), name), list)
  }
  return [
    aboutSources(event),
    ...event.joins.map((join) => aboutJoin(join, event)),
    ...aboutLookalikes(event),
    ...aboutTitle(event),
    ...aboutTime(event),
    ...aboutStatus(event),
    ...aboutJoinLink(event),
  ]
}

function aboutSources({sources, lookalikes = []}: MergedEvent): string {
  const [only, ...others] = sources
  if (!only) return 'This event has no source.'
  if (others.length > 0) {
    return `${sources.length} sources describe this event: ${listOf(sources.map(nameOf))}.`
  }
  // Whether another source has it is what an editor is asked.
  const alone = lookalikes.some(({verdict}) => verdict === 'open') ? [] : [aboutOthers(only)]
  return [aboutOnly(only), ...alone.filter((each) => each !== '')].join(' ')
}

function aboutOnly(only: EventOrigin): string {
  switch (only.kind) {
    case 'touchpoint': {
      const {fills, start} = only
      if (!fills) return 'Editors keep this event as a session.'
      const at = fills.start === start ? '' : `, which its cadence has at ${fills.start}`
      return `Editors keep this event as a session. It fills a date of the series "${fills.title}"${at}.`
    }
    case 'feed':
      return `This event is in ${nameOf(only)}${only.busy ? ', which does not publish more than its time' : ''}.`
    case 'cadence':
      return `This event is a date of ${nameOf(only)}, by its cadence.`
  }
}

function aboutOthers(only: EventOrigin): string {
  switch (only.kind) {
    case 'touchpoint':
      return only.fills ? 'No calendar has it.' : 'No calendar or cadence has it.'
    case 'feed':
      return only.busy ? '' : 'No session or cadence is the same meeting.'
    case 'cadence':
      return 'No session or calendar has it.'
  }
}

/** Says what an editor is asked about the event, and what an editor decided. */
function aboutLookalikes({lookalikes = [], start}: MergedEvent): string[] {
  return lookalikes.map((other) => {
    const name = `"${other.title}"${other.start === start ? '' : ` at ${other.start}`}`
    return other.verdict === 'open'
      ? `It may be the same meeting as ${name}. An editor has to decide.`
      : `An editor decided that it is not the same meeting as ${name}.`
  })
}

function nameOf(source: EventOrigin): string {
  switch (source.kind) {
    case 'touchpoint':
      return `the session "${source.title}"`
    case 'feed':
      return `the ${source.own ? "community's own " : ''}calendar "${source.calendarTitle}"`
    case 'cadence':
      return `the series "${source.title}"`
  }
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  const others = names.slice(0, -1)
  if (others.length === 0) return last
  return `${others.join(', ')}${others.length > 1 ? ',' : ''} and ${last}`
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function aboutJoin({sources: keys, reason}: Join, {sources}: MergedEvent): string {
  const names = keys.map((key) => {
    const source = sources.find((each) => each.key === key)
    return source ? nameOf(source) : 'another source'
  })
  return `${capital(listOf(names))} are joined, because ${reasons[reason]}.`
}

const reasons = {
  linked: 'the session names the UID of the event',
  decided: 'an editor said that they are one meeting',
  'same-uid': 'both have the same UID',
  'moved-date': 'the calendar of the series has this date at another time',
  'same-join-link': 'they start at the same time in the same room',
  'same-title': 'they start at the same time and their titles match',
  'same-series': 'they start at the same time and the series of the session has that title',
} satisfies Record<Join['reason'], string>

function giverOf({sources}: MergedEvent, field: GivenField): EventOrigin | undefined {
  // The only source gives every field, and records none.
  if (sources.length === 1) return sources[0]
  return sources.find(({gives}) => gives?.includes(field))
}

function aboutTitle(event: MergedEvent): string[] {
  const giver = giverOf(event, 'title')
  const others = event.sources.filter((each) => each !== giver && each.title !== giver?.title)
  if (!giver || others.length === 0) return []
  const other = others.flatMap((each) =>
    // A session and a series are named by their title already.
    each.kind === 'feed' ? [`${capital(nameOf(each))} calls it "${each.title}".`] : [],
  )
  return [[`The title is that of ${nameOf(giver)}.`, ...other].join(' ')]
}

function aboutTime(event: MergedEvent): string[] {
  const giver = giverOf(event, 'time')
  const others = event.sources.filter(({start, end}) => start !== giver?.start || end !== giver.end)
  const other = others.map((each) => `${capital(nameOf(each))} has ${each.start} to ${each.end}.`)
  const differs =
    giver && other.length > 0 ? [[`The time is that of ${nameOf(giver)}.`, ...other].join(' ')] : []
  const moved = event.sources.some((each) => each.kind === 'cadence' && each.change === 'moved')
  return [
    ...differs,
    ...(moved ? ['An editor moved this date in the cadence.'] : []),
    ...(event.floating
      ? ['It has no time zone, because neither the event nor its calendar names one.']
      : []),
  ]
}

function aboutStatus(event: MergedEvent): string[] {
  const {status, sources} = event
  switch (status) {
    case 'cancelled':
      return [
        `It is ${statusNames[status]}, because ${listOf(cancellations(event))}.`,
        ...reasonGiven(event),
      ]
    case 'tentative':
      return [`It is ${statusNames[status]}, because ${tentative(event)}.`]
    case 'to-be-announced':
      return [`It is ${statusNames[status]}, because ${openQuestion(sources)}.`]
    case 'confirmed':
      return event.kind === 'cadence'
        ? [
            `It is ${statusNames[status]}, because the series meets on each of its dates unless one is canceled.`,
          ]
        : []
  }
}

function cancellations(event: MergedEvent): string[] {
  const reasons = [
    ...(event.kind === 'touchpoint' && event.touchpoint.status === 'cancelled'
      ? ['an editor canceled the session']
      : []),
    ...feedsOf(event)
      .filter((feed) => feed.status === 'cancelled')
      .map((feed) => `${nameOf(feed)} says so`),
    ...cadencesOf(event).flatMap(({change, silence}) => {
      if (change === 'skipped') return 'an editor skipped the date in the cadence'
      return silence === 'removed' ? 'the calendar of the series leaves out this date' : []
    }),
  ]
  return reasons.length > 0 ? reasons : ['a source says so']
}

function reasonGiven({cancelReason}: MergedEvent): string[] {
  return cancelReason === undefined ? [] : [`The reason given is "${cancelReason}".`]
}

function tentative(event: MergedEvent): string {
  if (event.kind === 'touchpoint') return 'the editors have not confirmed the session yet'
  const names = feedsOf(event)
    .filter((feed) => feed.status === 'tentative')
    .map(nameOf)
  return names.length > 0
    ? `${listOf(names)} ${names.length > 1 ? 'say' : 'says'} so`
    : 'a source says so'
}

function openQuestion(sources: readonly EventOrigin[]): string {
  const ended = sources.some((each) => each.kind === 'cadence' && each.silence === 'ended')
  return ended
    ? 'the calendar of the series has no later event'
    : 'the series needs a session for each of its dates, and this date has none'
}

function feedsOf({sources}: MergedEvent): FeedOrigin[] {
  return sources.filter((each) => each.kind === 'feed')
}

function cadencesOf({sources}: MergedEvent): CadenceOrigin[] {
  return sources.filter((each) => each.kind === 'cadence')
}

function aboutJoinLink(event: MergedEvent): string[] {
  const giver = giverOf(event, 'joinUrl')
  if (event.joinUrl !== undefined)
    return giver ? [`The join link is that of ${nameOf(giver)}.`] : []
  if (event.status === 'cancelled' || feedsOf(event).some(({busy}) => busy)) return []
  return event.audience === 'members'
    ? ['It has no join link, because it is for members.']
    : ['It has no join link, because no source has a link to a room.']
}
