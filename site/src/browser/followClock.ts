import {ownTimes} from './ownTimes.ts'

/** Milliseconds. A meeting starts on a minute. */
const interval = 20_000

/** Keeps an open page of a static site current: no event reports the start of a meeting. */
export function followClock(): void {
  const update = () => {
    if (document.visibilityState === 'visible') ownTimes(document, new URL(location.href))
  }
  setInterval(update, interval)
  document.addEventListener('visibilitychange', update)
}
