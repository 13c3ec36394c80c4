/**
 * Shifts the clock of this realm. The clock keeps running at its usual speed, and timers do not change: a
 * stopped clock would break timestamps, heartbeats and timeouts.
 *
 * A browser receives this function as text, so it refers to nothing outside itself.
 *
 * @param offset - in milliseconds
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
  // Code that uses the constructor of a date, as date-fns does, gets the same clock.
  Reflect.set(Real.prototype, 'constructor', Shifted)
  // `performance` also gives the time of day, and caches compare both.
  const timeOrigin = performance.timeOrigin + offset
  Object.defineProperty(performance, 'timeOrigin', {configurable: true, value: timeOrigin})
}
