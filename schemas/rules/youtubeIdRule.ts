import type {Rule} from './finding.ts'
import {fieldsOf, textOf} from '../reading/stored.ts'
import {youtubeLink} from './links/youtubeLink.ts'

/**
 * Reports a YouTube link where its id belongs.
 *
 * With the id, the page can embed the video and send YouTube no request before a click. Two links to
 * one video also have the same id.
 */
export const youtubeIdRule = {
  code: 'youtube-link-not-id',
  check: ({media}) => {
    const {youtubeId, playlistId, url} = fieldsOf(media)
    return [
      ...misplaced('youtubeId', youtubeId),
      ...misplaced('playlistId', playlistId),
      ...misplaced('url', url),
    ]
  },
} as const satisfies Rule

function misplaced(field: string, value: unknown) {
  const named = youtubeLink(textOf(value) ?? '')
  if (!named) return []
  const message = named.youtubeId
    ? `This is a link to a YouTube video. Enter only its id, ${named.youtubeId}, in “YouTube video”.`
    : `This is a link to a YouTube playlist. Enter only its id, ${named.playlistId}, in “YouTube playlist”.`
  return [{level: 'error' as const, path: ['media', field], message}]
}
