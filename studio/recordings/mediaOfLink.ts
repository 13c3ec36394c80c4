import {withoutTracking, youtubeLink} from '@touchpoints/schemas/rules'
import {httpsUrl} from '@touchpoints/schemas/scalars'

/** The source of a recording. */
export type RecordingSource = {youtubeId: string} | {playlistId: string} | {url: string}

/**
 * Converts a pasted link to the source that is stored: the id of a YouTube link, or any other https link
 * without tracking parameters. Returns undefined if the text is not a link.
 *
 * @example mediaOfLink('https://www.youtube.com/live/Aj84quEIEug?si=x') // {youtubeId: 'Aj84quEIEug'}
 */
export function mediaOfLink(text: string): RecordingSource | undefined {
  const {youtubeId, playlistId} = youtubeLink(text) ?? {}
  if (youtubeId !== undefined) return {youtubeId}
  if (playlistId !== undefined) return {playlistId}
  const {link} = withoutTracking(text.trim())
  return httpsUrl.safeParse(link).success ? {url: link} : undefined
}
