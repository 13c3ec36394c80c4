import type {Rule} from './finding.ts'
import {isFields} from '../reading/stored.ts'

/** Reports a recording that doesn't have exactly one source: a video, a playlist or another link. */
export const recordingSourceRule = {
  code: 'recording-source',
  check: ({media}) => {
    if (!isFields(media)) return []
    const sources = ['youtubeId', 'playlistId', 'url'].filter((field) => Boolean(media[field]))
    if (sources.length === 1) return []
    const message =
      sources.length === 0
        ? 'Fill in one of “YouTube video”, “YouTube playlist” and “Other link”. The easiest way is to paste a link, such as https://youtu.be/Aj84quEIEug.'
        : 'Keep only one of “YouTube video”, “YouTube playlist” and “Other link”, because the page shows only one.'
    return [{level: 'error', path: ['media'], message}]
  },
} as const satisfies Rule
