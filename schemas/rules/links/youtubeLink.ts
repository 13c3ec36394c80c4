const hosts = new Set([
  'youtu.be',
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'www.youtube-nocookie.com',
])

/** The id of the video or playlist in a YouTube link. */
export interface YoutubeLink {
  youtubeId?: string
  playlistId?: string
}

/**
 * Reads the id from a YouTube link in any of its forms. Returns undefined for any other text.
 *
 * The link of a video in a playlist contains both ids. The result has the video's.
 *
 * @example
 * youtubeLink('https://youtu.be/Aj84quEIEug?si=x') // {youtubeId: 'Aj84quEIEug'}
 * youtubeLink('https://www.youtube.com/playlist?list=PL…') // {playlistId: 'PL…'}
 */
export function youtubeLink(link: string): YoutubeLink | undefined {
  const text = link.trim()
  const absolute = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(absolute)) return undefined
  const url = new URL(absolute)
  if (!hosts.has(url.hostname)) return undefined
  const youtubeId = matching(/^[A-Za-z0-9_-]{11}$/, videoPart(url))
  if (youtubeId !== undefined) return {youtubeId}
  const playlistId = matching(/^(?:PL|UU|FL|OL)[A-Za-z0-9_-]{10,60}$/, url.searchParams.get('list'))
  return playlistId === undefined ? undefined : {playlistId}
}

function videoPart(url: URL): string | null | undefined {
  const [first, second] = url.pathname.split('/').filter(Boolean)
  if (url.hostname === 'youtu.be') return first
  return ['embed', 'live', 'shorts', 'v'].includes(first ?? '') ? second : url.searchParams.get('v')
}

function matching(pattern: RegExp, value: string | null | undefined): string | undefined {
  return value && pattern.test(value) ? value : undefined
}
