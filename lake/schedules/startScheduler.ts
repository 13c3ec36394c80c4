import type {ClockGuard} from '../clockGuard.ts'
import type {Engine} from '../engine.ts'
import {startDueTimer} from './dueTimer.ts'
import type {Schedules} from './schedules.ts'

/**
 * Executes each schedule at its time, like `startReleaseScheduler` publishes releases.
 *
 * @returns a function that stops the scheduler
 */
export function startScheduler(
  engine: Engine,
  guard: ClockGuard,
  schedules: Schedules,
): () => void {
  const timer = startDueTimer({clock: engine.clock, guard, jobs: () => schedules.jobs()})
  schedules.onChange(timer.reschedule)
  return timer.stop
}
