import type {NewDocument} from '../acts/saveChange.ts'
import {firstPage} from './firstPage.ts'
import {firstSeries} from './firstSeries.ts'
import {firstSession, type SessionValues} from './firstSession.ts'
import type {WelcomeFacts, WelcomeSeries} from './welcomeFacts.ts'

/** The series of the first session: one that exists, or the title of a new one. */
export type SeriesChoice = {kind: 'existing'; series: WelcomeSeries} | {kind: 'new'; title: string}

export interface SessionPlan {
  /** Documents to store as drafts. */
  documents: NewDocument[]
  /** Ids of the documents to publish together. */
  publish: string[]
}

/**
 * Returns what the first session needs: its drafts, and the documents that are published with it.
 *
 * @param options.ids - ids and slugs of the new documents
 */
export function sessionPlan(
  values: SessionValues,
  {
    facts,
    choice,
    ids,
  }: {
    facts: WelcomeFacts
    choice: SeriesChoice
    ids: {session: string; sessionSlug: string; series: string; seriesSlug: string}
  },
): SessionPlan {
  const series = choice.kind === 'existing' ? choice.series : {id: ids.series, isPublished: false}
  const newSeries =
    choice.kind === 'new'
      ? [
          firstSeries({
            id: ids.series,
            title: choice.title,
            slug: ids.seriesSlug,
            minutes: values.minutes,
          }),
        ]
      : []
  const session = firstSession(values, {id: ids.session, slug: ids.sessionSlug, series})
  return {
    documents: [...pageIfMissing(facts), ...newSeries, session],
    publish: [ids.session, series.id, ...publishedAlong(facts)],
  }
}

/** Returns a meetings page for a community that has none: without it, the site has no page for the session. */
export function pageIfMissing({community, page}: WelcomeFacts): NewDocument[] {
  if (page || !community?.name) return []
  const {name, languages} = community
  return [firstPage({name, languages})]
}

/** Returns the ids of what is published with each first session: the community, its page and its calendars. */
export function publishedAlong({community, calendars}: WelcomeFacts): string[] {
  const pending = calendars.filter(({isPublished}) => !isPublished)
  return [
    ...(community?.hasDraft ? [community.id] : []),
    'meetingsPage',
    ...pending.map(({id}) => id),
  ]
}
