import {channelKind, linkKind} from '@touchpoints/schemas/scalars'
import {catalogOf} from '@touchpoints/words/catalog'
import {closestLanguage, statusWord} from '@touchpoints/words/plain'

/** Returns the words that templates write, in one language. No word has an argument. */
export function siteWords(language: string): object {
  const {calendar, elements, names, site} = catalogOf(language)
  return {
    agenda: site.agenda,
    cancelled: statusWord({language: closestLanguage(language)}, 'cancelled'),
    calendar: names['linkKind.calendar'],
    channelKinds: Object.fromEntries(
      channelKind.options.map((kind) => [kind, names[`channelKind.${kind}`]]),
    ),
    join: site.join,
    linkKinds: Object.fromEntries(
      linkKind.options.map((kind) => [kind, names[`linkKind.${kind}`]]),
    ),
    mailingList: names['channelKind.mailingList'],
    noEvents: elements.noEvents,
    notes: site.notes,
    paused: site.paused,
    repository: names['linkKind.repository'],
    signUp: site.signUp,
    slides: site.slides,
    subscribe: calendar.subscribe,
  }
}
