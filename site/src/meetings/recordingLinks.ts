import type {Recording} from './pageContent.ts'

type Media = NonNullable<Recording['media']>

/** Where a recording is seen, and how a page embeds it once a visitor asks for it. */
export interface RecordingLink {
  href: string
  /** On youtube-nocookie.com, which sets no cookie before it plays; absent when it is elsewhere. */
  player?: string
  playlist: boolean
}

/** @example recordingLink({youtubeId: 'Aj84quEIEug', playlistId: null, url: null})?.href */
export function recordingLink(media: Media | null): RecordingLink | undefined {
  if (!media) return undefined
  const {youtubeId, playlistId, url} = media
  if (youtubeId) {
    const href = `https://www.youtube.com/watch?v=${youtubeId}`
    return {href, player: player(youtubeId, 'autoplay=1&rel=0'), playlist: false}
  }
  if (playlistId) {
    const href = `https://www.youtube.com/playlist?list=${playlistId}`
    return {href, player: player('videoseries', `list=${playlistId}&autoplay=1`), playlist: true}
  }
  return url ? {href: url, playlist: false} : undefined
}

function player(path: string, query: string): string {
  return `https://www.youtube-nocookie.com/embed/${path}?${query}`
}
