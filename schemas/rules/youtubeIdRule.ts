import type {Rule} from './finding.ts'
import {fieldsOf, textOf} from '../reading/stored.ts'
import {youtubeLink} from './links/youtubeLink.ts'

/**
 * A YouTube link is stored as the id it names: the page then plays it in place, asks YouTube for
 * nothing before a click, and two spellings of one video are one.
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
    ? `This is a link to a YouTube video: put only ${named.youtubeId} in “YouTube video”.`
    : `This is a link to a YouTube playlist: put only ${named.playlistId} in “YouTube playlist”.`
  return [{level: 'error' as const, path: ['media', field], message}]
}
