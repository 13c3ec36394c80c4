import {withoutTracking, youtubeLink} from '@touchpoints/schemas/rules'
import {httpsUrl} from '@touchpoints/schemas/scalars'

/** Where a recording is: exactly one of the three. */
export type RecordingPlace = {youtubeId: string} | {playlistId: string} | {url: string}

/**
 * The place a pasted link names, as it is stored: YouTube's links as the id in them, others without what
 * only tracks. Undefined for what is no link.
 *
 * @example mediaOfLink('https://www.youtube.com/live/Aj84quEIEug?si=x') // {youtubeId: 'Aj84quEIEug'}
 */
export function mediaOfLink(text: string): RecordingPlace | undefined {
  const {youtubeId, playlistId} = youtubeLink(text) ?? {}
  if (youtubeId !== undefined) return {youtubeId}
  if (playlistId !== undefined) return {playlistId}
  const {link} = withoutTracking(text.trim())
  return httpsUrl.safeParse(link).success ? {url: link} : undefined
}
