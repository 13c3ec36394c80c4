import {languageName} from '@touchpoints/schemas/reading'

import type {CommunityFacts} from '../community/readCommunity.ts'
import type {WelcomeFacts} from './welcomeFacts.ts'
import type {StepName, WelcomeStep} from './welcomeSteps.ts'

export interface StepWords {
  title: string
  /** What the step is for, or what it has so far. */
  text: string
}

/** Returns the words of a step, with what its documents have. */
export function stepWords(
  {name, state}: WelcomeStep,
  {community, series, calendars, published, drafts}: WelcomeFacts,
  {session, series: seriesTerm}: Pick<CommunityFacts, 'session' | 'series'>,
): StepWords {
  const titles = (list: readonly {title: string}[]) => list.map(({title}) => title).join(', ')
  const words = {
    community: {
      title: 'Your community',
      text:
        community?.name === undefined
          ? 'Its name, home time zone and languages. Pages and forms use them.'
          : [community.name, community.timeZone, community.languages.map(languageName).join(', ')]
              .filter((part) => part !== undefined && part !== '')
              .join(' · '),
    },
    series: {
      title: 'What meets regularly',
      text:
        titles(series) ||
        `A ${seriesTerm.singular} with its rhythm in words, such as “every Tuesday at 4 pm”.`,
    },
    calendars: {
      title: 'Calendars that you have',
      text: titles(calendars) || 'Their events are on your page too.',
    },
    bring: {
      title: 'Bring what you have',
      text: 'Old pages, notes or a repository become drafts.',
    },
    session: {
      title: `The first ${session.singular}`,
      text: published?.title ?? draftsText(drafts.length, session),
    },
    see: {
      title: 'See it',
      text: 'Its page, and the feeds to subscribe to.',
    },
  } as const satisfies Record<StepName, StepWords>
  if (state !== 'waiting') return words[name]
  const first = name === 'see' ? words.session : words.community
  return {title: words[name].title, text: `After “${first.title}”.`}
}

function draftsText(count: number, {singular, plural}: CommunityFacts['session']): string {
  if (count === 0) return 'Title, date and join link. One button publishes all it needs.'
  return count === 1 ? `1 ${singular} is a draft.` : `${count} ${plural} are drafts.`
}
