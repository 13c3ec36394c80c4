import {channelKind, linkKind} from '@touchpoints/schemas/scalars'
import {wordsIn} from '@touchpoints/words'

/** Returns the words that the shortcodes write, in one language. */
export function hugoWords(language: string): object {
  const {say} = wordsIn(language)
  return {
    agenda: say('site.agenda'),
    cancelled: say('names.status.cancelled'),
    calendar: say('names.linkKind.calendar'),
    channelKinds: Object.fromEntries(
      channelKind.options.map((kind) => [kind, say(`names.channelKind.${kind}`)]),
    ),
    join: say('site.join'),
    linkKinds: Object.fromEntries(
      linkKind.options.map((kind) => [kind, say(`names.linkKind.${kind}`)]),
    ),
    mailingList: say('names.channelKind.mailingList'),
    noEvents: say('elements.noEvents'),
    notes: say('site.notes'),
    paused: say('site.paused'),
    repository: say('names.linkKind.repository'),
    signUp: say('site.signUp'),
    slides: say('site.slides'),
  }
}
