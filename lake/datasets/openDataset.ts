import {startReleaseScheduler} from '../actions/releaseScheduler.ts'
import {relocateAssets} from '../assets/relocateAssets.ts'
import {ClockGuard, watchClock} from '../clockGuard.ts'
import {type Engine, type EngineOptions, openEngine} from '../engine.ts'
import type {AnyFault} from '../faults.ts'
import {scheduleHistoryPruning} from '../history/scheduleHistoryPruning.ts'
import {datasetApp} from '../http/datasetApp.ts'
import type {DatasetRouter} from '../http/router.ts'
import {Schedules} from '../schedules/schedules.ts'
import {startScheduler} from '../schedules/startScheduler.ts'

export interface OpenDatasetOptions extends EngineOptions {
  /** Days to keep earlier revisions. Undefined keeps them forever. */
  historyDays: number | undefined
  /** The date of today, from a person. */
  confirmedDate: string | undefined
  /** Called with what the operator should know. */
  warn: (message: string) => void
}

/** A dataset with its HTTP interface and what it does by itself, such as publishing scheduled releases. */
export interface OpenDataset {
  readonly engine: Engine
  readonly app: DatasetRouter
  /** Gives assets the address of the lake. */
  start(): void
  /** @param reason what the clients of queries and listeners get. Defaults to none, as when the lake is closed */
  close(reason?: AnyFault): void
}

/** @throws LakeError if the file cannot be used, see `openStore` */
export function openDataset(options: OpenDatasetOptions): OpenDataset {
  const {historyDays, confirmedDate, warn, ...engineOptions} = options
  const engine = openEngine(engineOptions)
  const clock = new ClockGuard({store: engine.store, clock: engine.clock, confirmedDate, warn})
  const schedules = new Schedules(engine)
  const stops = [
    watchClock(clock),
    startReleaseScheduler(engine, clock),
    startScheduler(engine, clock, schedules),
  ]
  if (historyDays !== undefined) {
    stops.push(scheduleHistoryPruning(engine.store, clock, historyDays))
  }
  return {
    engine,
    app: datasetApp(engine, schedules),
    start() {
      if (engine.address === undefined) return
      engine.queries.change(relocateAssets(engine.documents, engine.address))
    },
    close(reason) {
      for (const stop of stops) stop()
      engine.close(reason)
    },
  }
}
