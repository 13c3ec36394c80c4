import type {Moment} from './moment.ts'

const dayMs = 86_400_000
/** A window of some years has some thousand days. Beyond this, the cache is cleared. */
const maxDays = 20_000
const maxTimes = 5000
const days = new Map<number, string>()
const times = new Map<number, string>()
const utcTimes = new Map<number, string>()

/**
 * Formats an epoch in the given form: an instant with `Z`, a date, or a local time.
 *
 * Days and times of day repeat within a calendar, so both are cached: 0.1 µs.
 * Date.prototype.toISOString takes 0.7 µs, three times for each occurrence.
 */
export function formatEpoch(epoch: number, form: Moment): string {
  const day = Math.floor(epoch / dayMs)
  const date = cached(days, day, maxDays, dateText)
  if (form.kind === 'date') return date
  const ms = epoch - day * dayMs
  return (
    date +
    (form.kind === 'timed'
      ? cached(utcTimes, ms, maxTimes, utcText)
      : cached(times, ms, maxTimes, timeText))
  )
}

function cached(
  cache: Map<number, string>,
  key: number,
  max: number,
  write: (key: number) => string,
): string {
  const text = cache.get(key)
  if (text !== undefined) return text
  if (cache.size >= max) cache.clear()
  const written = write(key)
  cache.set(key, written)
  return written
}

function dateText(day: number): string {
  // Years after 9999 have a sign and six digits, so cut from the end.
  return new Date(day * dayMs).toISOString().slice(0, -14)
}

function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(10, 19)
}

function utcText(ms: number): string {
  return `${timeText(ms)}Z`
}
