import {readSnapshot, type SnapshotOptions} from '../../feeds/readSnapshot.ts'
import type {Loader} from '../../loader.ts'
import type {SiteContent} from './siteContent.ts'

export interface SiteContentOptions extends Pick<SnapshotOptions, 'now' | 'language' | 'title'> {
  /**
   * Returns the address of the page of a session on the exported site. Where it has none, an event has the address
   * that its document or its calendar names.
   *
   * @param slug - slug of the session
   */
  sessionUrl?: ((slug: string) => string | undefined) | undefined
}

/**
 * Reads what an export of files writes, in one language.
 *
 * The calendar's window consists of whole months, so that exports on two days differ only where the content
 * does: three months back and six ahead.
 *
 * @throws QueryError when the Content Lake gives no content
 */
export async function readSiteContent(
  loader: Loader,
  {sessionUrl, ...options}: SiteContentOptions = {},
): Promise<SiteContent> {
  const {language} = options
  const now = options.now ?? loader.now()
  const ownLoader = language === undefined ? loader : loader.inLanguage(language)
  const slugs = new Map<string, string>()
  const snapshotOptions: SnapshotOptions = {
    ...options,
    now,
    days: daysOfMonths(now, {back: 3, ahead: 6}),
    pageOf: (event) => {
      const slug = event.kind === 'touchpoint' ? event.touchpoint.slug : undefined
      if (slug === undefined) return undefined
      slugs.set(event.id, slug)
      return sessionUrl?.(slug)
    },
  }
  const [snapshot, meetings, community, touchpoints, series, workingGroups, recordings] =
    await Promise.all([
      readSnapshot(loader, snapshotOptions),
      ownLoader.meetingsPage({now, upcoming: 1, past: 1, recordings: 1}),
      ownLoader.community(),
      ownLoader.touchpoints({limit: 10_000}),
      ownLoader.series(),
      ownLoader.workingGroups(),
      ownLoader.recordings(),
    ])
  const added = await Promise.all(
    Object.entries(loader.extension?.documents ?? {}).map(async ([type, {view, order}]) => {
      const read = await ownLoader.read(view, {type, ...(order !== undefined && {order})})
      return {type, ...read}
    }),
  )
  const own = [snapshot, community, touchpoints, series, workingGroups, recordings]
  const problems = [...own, ...added].flatMap((result) => result.problems)
  return {
    snapshot: {...snapshot, problems},
    page: meetings.data.page,
    community: community.data,
    touchpoints: touchpoints.data,
    series: series.data,
    workingGroups: workingGroups.data,
    recordings: recordings.data,
    added: Object.fromEntries(added.map(({type, data}) => [type, data])),
    slugs,
  }
}

/** Returns the days from `now` back to the first of a month, and ahead to the end of one. */
function daysOfMonths(now: string, {back, ahead}: {back: number; ahead: number}) {
  const day = 86_400_000
  const today = Math.floor(Date.parse(now) / day)
  const date = new Date(now)
  const firstOf = (months: number) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / day
  return {back: today - firstOf(-back), ahead: firstOf(ahead + 1) - today - 1}
}
