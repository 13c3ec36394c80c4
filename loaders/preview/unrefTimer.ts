/** Lets a process exit that waits for this timer only. Timers of browsers and workers are numbers. */
export function unrefTimer<Timer>(timer: Timer): Timer {
  if (hasUnref(timer)) timer.unref()
  return timer
}

function hasUnref(timer: unknown): timer is {unref: () => void} {
  return typeof timer === 'object' && timer !== null && 'unref' in timer
}
