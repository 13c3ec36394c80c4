import type {Recording} from './pageContent.ts'

type Media = NonNullable<Recording['media']>

/** The URLs to watch a recording: its page, and its embedded player. */
export interface RecordingLink {
  href: string
  /**
   * URL on youtube-nocookie.com, which sets no cookie before playback. Absent for recordings that are not
   * on YouTube.
   */
  player?: string
  playlist: boolean
}

/** Returns the URLs of a recording. @example recordingLink({youtubeId: 'Aj84quEIEug', playlistId: null, url: null})?.href */
export function recordingLink(media: Media | null): RecordingLink | undefined {
  if (!media) return undefined
  const {youtubeId, playlistId, url} = media
  if (youtubeId) {
    const href = `https://www.youtube.com/watch?v=${youtubeId}`
    return {href, player: playerUrl(youtubeId, 'autoplay=1&rel=0'), playlist: false}
  }
  if (playlistId) {
    const href = `https://www.youtube.com/playlist?list=${playlistId}`
    return {href, player: playerUrl('videoseries', `list=${playlistId}&autoplay=1`), playlist: true}
  }
  return url ? {href: url, playlist: false} : undefined
}

function playerUrl(path: string, query: string): string {
  return `https://www.youtube-nocookie.com/embed/${path}?${query}`
}
