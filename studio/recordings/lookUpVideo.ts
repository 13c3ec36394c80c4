import {safeUrl, type SafeUrl} from '@touchpoints/calendar/links'
import * as z from 'zod/mini'

/** The details of a video or playlist from YouTube, or a message that explains why there are none. */
export type VideoDetails =
  | {kind: 'known'; title: string; channel?: string; thumbnail?: SafeUrl}
  | {kind: 'unknown'; message: string}

/** The id of a video or playlist on YouTube. */
export type YoutubeReference = {youtubeId: string} | {playlistId: string}

export interface LookUpOptions {
  fetch: typeof globalThis.fetch
  /** Aborts the request, such as when the form closes. */
  signal?: AbortSignal
  /** Timeout in milliseconds. Defaults to 8000. */
  timeout?: number
}

const oembedResponse = z.object({
  title: z.string().check(z.minLength(1)),
  author_name: z.optional(z.string()),
  thumbnail_url: z.optional(z.string()),
})

/**
 * Requests the title and thumbnail of a video from YouTube with oEmbed (https://oembed.com), which needs
 * no key, account or cookie.
 *
 * This is the Studio's only request to a third party, so call it only for an explicit action of an editor.
 * It never rejects. If YouTube can't be reached, refuses or is slow, the result has a message.
 */
export async function lookUpVideo(
  reference: YoutubeReference,
  {fetch, signal, timeout = 8000}: LookUpOptions,
): Promise<VideoDetails> {
  const deadline = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(oembedUrl(reference), {
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    if (!response.ok) return {kind: 'unknown', message: errorMessage(response.status)}
    return readDetails(await response.json())
  } catch {
    return {kind: 'unknown', message: deadline.aborted ? timedOut : unreachable}
  }
}

const advice = 'The id is stored. Enter the title, or try again later.'
const unreachable = `Could not reach YouTube. ${advice}`
const timedOut = `YouTube did not respond in time. ${advice}`

/**
 * Returns the message for an error status.
 *
 * @see https://oembed.com/#section2; YouTube responds with 400 for an unknown id
 */
function errorMessage(status: number): string {
  if (status === 400 || status === 404) {
    return 'YouTube has no such video. It was removed, or the link is incomplete. Open the link to check it.'
  }
  if (status === 401 || status === 403) {
    return 'YouTube does not return the title, because the video is private or cannot be embedded. The page cannot embed it either. Check the settings of the video on YouTube.'
  }
  return `YouTube responded with an error (${status}). ${advice}`
}

function oembedUrl(reference: YoutubeReference): string {
  const url =
    'youtubeId' in reference
      ? `https://www.youtube.com/watch?v=${reference.youtubeId}`
      : `https://www.youtube.com/playlist?list=${reference.playlistId}`
  return `https://www.youtube.com/oembed?${new URLSearchParams({url, format: 'json'})}`
}

function readDetails(body: unknown): VideoDetails {
  const result = oembedResponse.safeParse(body)
  if (!result.success) return {kind: 'unknown', message: unreachable}
  const {title, author_name: channel, thumbnail_url: image = ''} = result.data
  return {
    kind: 'known',
    title: title.replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    ...(channel && {channel}),
    ...youtubeImage(image),
  }
}

/** Allows images from YouTube only, because loading an image sends a request to its host. */
function youtubeImage(link: string): {thumbnail?: SafeUrl} {
  const thumbnail = safeUrl(link)
  if (thumbnail === undefined) return {}
  const {protocol, hostname} = new URL(thumbnail)
  return protocol === 'https:' && /(?:^|\.)ytimg\.com$/.test(hostname) ? {thumbnail} : {}
}
