/**
 * A recording is in one place: one of video, playlist or link, and not two that could contradict.
 *
 * @example
 * recordingMediaRule({youtubeId: 'Aj84quEIEug'}) // undefined: nothing is wrong
 */
export function recordingMediaRule(media: unknown): string | undefined {
  if (typeof media !== 'object' || media === null) return undefined
  const places = ['youtubeId', 'playlistId', 'url'].filter((place) =>
    Boolean(Reflect.get(media, place)),
  )
  if (places.length === 1) return undefined
  return places.length === 0
    ? 'Say where the recording is: a YouTube video, a playlist, or a link.'
    : 'Keep one of video, playlist and link: a visitor can follow only one.'
}
