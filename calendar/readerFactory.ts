/** Shared by copies of this package, of which a program can have two. */
const mark = Symbol.for('touchpoints.readerFactory')

/**
 * Marks a function that creates a `CalendarReader`. Both are functions, so a program that forgets the call
 * passes the wrong one.
 */
export function readerFactory<Create extends object>(create: Create): Create {
  Reflect.defineProperty(create, mark, {value: true})
  return create
}

/** Whether a function creates a reader, and is none: `feedCalendars` instead of `feedCalendars()`. */
export function isReaderFactory(value: unknown): boolean {
  return typeof value === 'function' && Reflect.get(value, mark) === true
}
