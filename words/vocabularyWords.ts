import type {Term, Vocabulary} from './catalogs/catalog.ts'
import {sentenceCase} from './sentenceCase.ts'

/** Placeholders that every message may use for the community's words. */
type LowerCaseWord =
  | 'session'
  | 'sessions'
  | 'series'
  | 'seriesPlural'
  | 'group'
  | 'groups'
  | 'guest'
  | 'guests'

/** `{sessions}` within a sentence, `{Sessions}` at its start. */
export type VocabularyWord = LowerCaseWord | Capitalize<LowerCaseWord>

/** Returns the community's words for the placeholders of messages, with the language's own as defaults. */
export function vocabularyWords(
  locale: string,
  defaults: Required<Vocabulary>,
  {session, series, group, guest}: Vocabulary,
): Record<VocabularyWord, string> {
  const start = (text: string) => sentenceCase(text, locale)
  const sessions: Term = session ?? defaults.session
  const allSeries: Term = series ?? defaults.series
  const groups: Term = group ?? defaults.group
  const guests: Term = guest ?? defaults.guest
  return {
    session: sessions.singular,
    sessions: sessions.plural,
    series: allSeries.singular,
    seriesPlural: allSeries.plural,
    group: groups.singular,
    groups: groups.plural,
    guest: guests.singular,
    guests: guests.plural,
    Session: start(sessions.singular),
    Sessions: start(sessions.plural),
    Series: start(allSeries.singular),
    SeriesPlural: start(allSeries.plural),
    Group: start(groups.singular),
    Groups: start(groups.plural),
    Guest: start(guests.singular),
    Guests: start(guests.plural),
  }
}
