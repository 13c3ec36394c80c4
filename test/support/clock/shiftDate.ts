/**
 * Moves this realm's clock by an offset; it runs on at its usual speed, and timers are left alone: a
 * clock that stands still breaks timestamps, heartbeats and whatever waits.
 *
 * A browser is handed this function as text, so it names nothing outside itself.
 *
 * @param offset - milliseconds
 */
export function shiftDate(offset: number) {
  const Real = Date
  const readClock = Real.now
  const now = () => readClock() + offset
  const Shifted = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  globalThis.Date = Shifted
  // What makes a date of a date's constructor, as date-fns does, is on the same clock.
  Reflect.set(Real.prototype, 'constructor', Shifted)
  // The other way to the time of day, and caches compare what they have of both.
  const timeOrigin = performance.timeOrigin + offset
  Object.defineProperty(performance, 'timeOrigin', {configurable: true, value: timeOrigin})
}
