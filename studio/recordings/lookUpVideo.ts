import * as z from 'zod/mini'

/** What YouTube says of a video or playlist, or in words why nothing is known. */
export type VideoFacts =
  | {kind: 'known'; title: string; channel?: string; thumbnail?: string}
  | {kind: 'unknown'; message: string}

/** A video or playlist on YouTube, by its id. */
export type YoutubePlace = {youtubeId: string} | {playlistId: string}

export interface LookUpOptions {
  fetch: typeof globalThis.fetch
  /** Ends the look-up early, such as when its form is closed. */
  signal?: AbortSignal
  /** Milliseconds after which it is given up. Default: 8000. */
  within?: number
}

const answerShape = z.object({
  title: z.string().check(z.minLength(1)),
  author_name: z.optional(z.string()),
  thumbnail_url: z.optional(z.string()),
})

/**
 * Asks YouTube for title and thumbnail, by oEmbed (https://oembed.com): no key, no account, no cookie.
 * The only request to a third party that the Studio makes, so it is for an editor's explicit act alone.
 *
 * Never rejects: offline, refused or late, the answer says so in words, and the id is enough to go on.
 */
export async function lookUpVideo(
  place: YoutubePlace,
  {fetch, signal, within = 8000}: LookUpOptions,
): Promise<VideoFacts> {
  const late = AbortSignal.timeout(within)
  try {
    const response = await fetch(oembedAddress(place), {
      signal: signal ? AbortSignal.any([signal, late]) : late,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    if (!response.ok) return {kind: 'unknown', message: refusal(response.status)}
    return factsOf(await response.json())
  } catch {
    return {kind: 'unknown', message: late.aborted ? tooLate : notReached}
  }
}

const notReached =
  'YouTube could not be reached. The id is kept; the title can be typed, or asked for again later.'
const tooLate =
  'YouTube did not answer in time. The id is kept; the title can be typed, or asked for again later.'

/** @see https://oembed.com/#section2, and YouTube's own answers: 400 for an id that it does not know. */
function refusal(status: number): string {
  if (status === 400 || status === 404) {
    return 'YouTube knows no such video: it was taken down, or the link is not whole. Open it once to be sure.'
  }
  if (status === 401 || status === 403) {
    return 'YouTube keeps this one’s title to itself: it is private, or may not be embedded. Then the page cannot play it in place either.'
  }
  return `YouTube answered with an error (${status}). The id is kept; the title can be typed, or asked for again later.`
}

function oembedAddress(place: YoutubePlace): string {
  const shown =
    'youtubeId' in place
      ? `https://www.youtube.com/watch?v=${place.youtubeId}`
      : `https://www.youtube.com/playlist?list=${place.playlistId}`
  return `https://www.youtube.com/oembed?${new URLSearchParams({url: shown, format: 'json'})}`
}

function factsOf(answer: unknown): VideoFacts {
  const read = answerShape.safeParse(answer)
  if (!read.success) return {kind: 'unknown', message: notReached}
  const {title, author_name: channel, thumbnail_url: thumbnail = ''} = read.data
  return {
    kind: 'known',
    title: title.replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    ...(channel && {channel}),
    ...(isYoutubeImage(thumbnail) && {thumbnail}),
  }
}

/** A picture is a request too: none goes anywhere but to YouTube. */
function isYoutubeImage(link: string): boolean {
  if (!URL.canParse(link)) return false
  const {protocol, hostname} = new URL(link)
  return protocol === 'https:' && /(?:^|\.)ytimg\.com$/.test(hostname)
}
