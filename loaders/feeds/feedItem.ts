import {ownUrl, safeUrl, type SafeUrl} from '@touchpoints/calendar/links'
import {closestLanguage, statusLine} from '@touchpoints/words/plain'

import type {RecordingDetails} from './documents.ts'
import {announcedEvents} from './announcedEvents.ts'
import type {PublishedEvent} from './eventsFormat.ts'
import {whenText} from './whenText.ts'

/** One entry of a feed, independent of the format. */
export interface FeedItem {
  id: string
  title: string
  url?: SafeUrl
  text: string
  /** UTC instant. */
  changedAt: string
  tags: readonly string[]
}

/**
 * Returns the upcoming touchpoints and the next date of each series that needs none, the next one first.
 * Titles mark cancelled ones.
 *
 * @param now - UTC instant
 * @param language - BCP 47 tag of the texts around titles and descriptions. Defaults to `en`.
 */
export function touchpointItems(
  events: readonly PublishedEvent[],
  now: string,
  language = 'en',
): FeedItem[] {
  const words = {language: closestLanguage(language)}
  return announcedEvents(events, now).map((event) => ({
    id: event.id,
    title: event.status === 'cancelled' ? statusLine(words, 'cancelled', event.title) : event.title,
    ...(event.url && {url: event.url}),
    text: [
      whenText(event, language),
      event.cancelReason,
      placeOf(event),
      peopleText(event),
      event.description,
    ]
      .filter(Boolean)
      .join('\n\n'),
    changedAt: event.changedAt ?? event.start,
    tags: event.topics,
  }))
}

/** Returns the published recordings, newest first. */
export function recordingItems(recordings: readonly RecordingDetails[]): FeedItem[] {
  return recordings
    .filter(({availability}) => availability === 'published')
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a._id < b._id ? -1 : 1))
    .map((recording) => {
      const url = recordingUrl(recording)
      return {
        id: recording._id,
        title: recording.title,
        ...(url && {url}),
        text: recording.season ?? recording.title,
        changedAt: recording.date ? `${recording.date}T00:00:00Z` : recording.updatedAt,
        tags: [],
      }
    })
}

/** Returns the address at which a recording can be watched, or undefined. */
export function recordingUrl({media}: Pick<RecordingDetails, 'media'>): SafeUrl | undefined {
  const {youtubeId, playlistId, url} = media ?? {}
  if (youtubeId) return ownUrl(`https://www.youtube.com/watch?v=${encodeURIComponent(youtubeId)}`)
  if (playlistId) {
    return ownUrl(`https://www.youtube.com/playlist?list=${encodeURIComponent(playlistId)}`)
  }
  return safeUrl(url ?? '')
}

/** A feed of news is public for years, so it has no room of a video call. */
function placeOf({location}: PublishedEvent): string | undefined {
  return location?.includes('://') ? undefined : location
}

function peopleText({people}: PublishedEvent): string {
  return people
    .map(({name, organization}) => (organization ? `${name} (${organization})` : name))
    .join(', ')
}
