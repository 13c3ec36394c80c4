import type {Cadence} from '@touchpoints/calendar/time'

/** Returns a cadence in the form in which it is stored. Keys derive from the order. */
export function storedCadence({slots, exceptions, breaks}: Cadence) {
  return {
    _type: 'cadence',
    slots: keyed('recurrence', slots),
    ...(exceptions.length > 0 && {exceptions: keyed('cadenceException', exceptions)}),
    ...(breaks.length > 0 && {breaks: keyed('cadenceBreak', breaks)}),
  }
}

function keyed<Item extends object>(type: string, items: readonly Item[]) {
  return items.map((item, index) => ({
    _type: type,
    _key: `${type}-${index + 1}`,
    ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)),
  }))
}
