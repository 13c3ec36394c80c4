import {ownUrl, type SafeUrl} from '@touchpoints/calendar/links'
import {recordingUrl} from 'touchpoints/feeds'

import type {Recording} from './pageContent.ts'

type Media = NonNullable<Recording['media']>

/** The URLs to watch a recording: its page, and its embedded player. */
export interface RecordingLink {
  href: SafeUrl
  /**
   * URL on youtube-nocookie.com, which sets no cookie before playback. Absent for recordings that are not
   * on YouTube.
   */
  player?: SafeUrl
  playlist: boolean
}

/** Returns the URLs of a recording. @example recordingLink({youtubeId: 'Aj84quEIEug', playlistId: null, url: null})?.href */
export function recordingLink(media: Media | null): RecordingLink | undefined {
  const href = recordingUrl({media})
  if (!media || !href) return undefined
  const {youtubeId, playlistId} = media
  if (youtubeId) return {href, player: playerUrl(youtubeId, 'autoplay=1&rel=0'), playlist: false}
  if (!playlistId) return {href, playlist: false}
  const query = `list=${encodeURIComponent(playlistId)}&autoplay=1`
  return {href, player: playerUrl('videoseries', query), playlist: true}
}

function playerUrl(id: string, query: string): SafeUrl {
  return ownUrl(`https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}?${query}`)
}
