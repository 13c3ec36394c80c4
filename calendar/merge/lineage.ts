/** What a UID says about the series that an event belongs to. */
export interface Lineage {
  /** Equal for all events of one series over time. */
  base: string
  /** Whether the UID names one date of the series, as LFX writes it. */
  ofOneDate: boolean
  /** The original start, in milliseconds since 1970, if the UID names it. */
  originalMs?: number
  /** The instant from which this part of a split series takes place, in milliseconds since 1970. */
  splitMs?: number
}

const google = /^(.+?)_R(\d{8})(?:T(\d{6})Z?)?@google\.com$/
const lfx = /^(.+)-(\d{9,11})@lfx\.linuxfoundation\.org$/

/**
 * Reads the lineage of a UID.
 *
 * - Google splits a series at "this and following": the later part is `<base>_R<start in UTC>@google.com`.
 * - LFX gives each date a UID, `<meeting id>-<original start in seconds>@lfx.linuxfoundation.org`. A moved
 *   date keeps it.
 *
 * @example
 * lineageOf('abc_R20240611T150000@google.com').base // 'abc@google.com'
 */
export function lineageOf(uid: string): Lineage {
  const split = google.exec(uid)
  if (split) {
    const [, base, date, time = '000000'] = split
    const splitMs = millisecondsOf(date ?? '', time)
    return {base: `${base}@google.com`, ofOneDate: false, ...(splitMs !== undefined && {splitMs})}
  }
  const dated = lfx.exec(uid)
  if (dated) {
    return {
      base: `${dated[1]}@lfx.linuxfoundation.org`,
      ofOneDate: true,
      originalMs: Number(dated[2]) * 1000,
    }
  }
  return {base: uid, ofOneDate: false}
}

function millisecondsOf(date: string, time: string): number | undefined {
  const written = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`
  const ms = Date.parse(written)
  return Number.isNaN(ms) ? undefined : ms
}
