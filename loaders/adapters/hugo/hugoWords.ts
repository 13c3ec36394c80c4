import {channelKind, linkKind} from '@touchpoints/schemas/scalars'
import {catalogOf} from '@touchpoints/words/catalog'
import {closestLanguage, statusWord} from '@touchpoints/words/plain'

/** Returns the words that the shortcodes write, in one language. None has an argument. */
export function hugoWords(language: string): object {
  const {elements, names, site} = catalogOf(language)
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
  }
}
