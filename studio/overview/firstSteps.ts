import type {CommunityFacts} from '../community/readCommunity.ts'
import type {Overview} from '../attention/overview.ts'

/** A step of beginning with an empty dataset. */
export interface FirstStep {
  type: 'community' | 'series' | 'touchpoint'
  title: string
  text: string
  isDone: boolean
}

/** Returns the steps of beginning: the community, its first series, its first session. */
export function firstSteps(
  {exists, session, series}: Pick<CommunityFacts, 'exists' | 'session' | 'series'>,
  {hasSeries, hasSession}: Pick<Overview, 'hasSeries' | 'hasSession'>,
): FirstStep[] {
  return [
    {
      type: 'community',
      title: 'Describe your community',
      text: 'Its name, home time zone and regions. Pages and forms use them.',
      isDone: exists,
    },
    {
      type: 'series',
      title: `Add the first ${series.singular}`,
      text: 'What meets again, such as “Community call, every Tuesday at 16:00”.',
      isDone: hasSeries,
    },
    {
      type: 'touchpoint',
      title: `Plan the first ${session.singular}`,
      text: 'Its date, title and guests. Publish it, and it is on your page.',
      isDone: hasSession,
    },
  ]
}
