import type {Cadence} from '@touchpoints/calendar/time'

import type {NewDocument} from '../acts/saveChange.ts'
import {newKey} from '../documents/newKey.ts'

/**
 * Returns a new series. With a cadence, each of its dates takes place unless it is canceled. Without one, its dates
 * are those of its sessions.
 *
 * @param options.id - id of the published form
 */
export function firstSeries({
  id,
  title,
  slug,
  minutes,
  cadence,
}: {
  id: string
  title: string
  slug: string
  minutes: number
  cadence?: Cadence | undefined
}): NewDocument {
  return {
    _id: id,
    _type: 'series',
    title,
    slug: {_type: 'slug', current: slug},
    ...(cadence && {cadence: storedCadence(cadence)}),
    meets: cadence ? 'standing' : 'scheduled',
    minutes,
    audience: 'everyone',
    lifecycle: 'active',
  }
}

/** Returns a cadence as the cadence input stores it. */
function storedCadence({slots, exceptions, breaks}: Cadence) {
  const items = (type: string, list: readonly object[]) =>
    list.map((item) => ({_type: type, _key: newKey(), ...item}))
  return {
    _type: 'cadence',
    slots: items('recurrence', slots),
    ...(exceptions.length > 0 && {exceptions: items('cadenceException', exceptions)}),
    ...(breaks.length > 0 && {breaks: items('cadenceBreak', breaks)}),
  }
}
