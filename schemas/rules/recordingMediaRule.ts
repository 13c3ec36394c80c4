import type {Rule} from './finding.ts'
import {isFields} from '../reading/stored.ts'

/** A recording is in one place: one of video, playlist or link, and not two that could contradict. */
export const recordingMediaRule = {
  code: 'recording-place',
  check: ({media}) => {
    if (!isFields(media)) return []
    const places = ['youtubeId', 'playlistId', 'url'].filter((place) => Boolean(media[place]))
    if (places.length === 1) return []
    const message =
      places.length === 0
        ? 'Say where the recording is: a YouTube video, a playlist, or a link.'
        : 'Keep one of video, playlist and link: a visitor can follow only one.'
    return [{level: 'error', path: ['media'], message}]
  },
} as const satisfies Rule
