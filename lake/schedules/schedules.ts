import * as z from 'zod'
import {runActions} from '../actions/runActions.ts'
import {InvalidInputFault} from '../faults.ts'
import type {Engine} from '../engine.ts'
import {parseInstant} from '../instant.ts'
import {reasonOf} from '../reasonOf.ts'
import {withStorageFault} from '../store/withStorageFault.ts'
import {actionsOf} from './actionsOf.ts'
import type {DueJob} from './dueTimer.ts'
import {type NewSchedule, type Schedule, type ScheduleChanges, storedSchedule} from './schedule.ts'

/** The name of the stored value. The names of people's settings start with their id. */
const storedName = 'lake/schedules'

const defaultMaxSchedules = 1_000

/** The schedules of a dataset, stored with it. */
export class Schedules {
  readonly #engine: Engine
  readonly #maxSchedules: number
  #all: readonly Schedule[]
  #onChange: () => void = () => {}

  /** @param maxSchedules - executed and canceled schedules make room for new ones, the oldest first */
  constructor(engine: Engine, maxSchedules = defaultMaxSchedules) {
    this.#engine = engine
    this.#maxSchedules = maxSchedules
    const stored = z.array(storedSchedule).safeParse(engine.store.value(storedName))
    this.#all = stored.success ? stored.data : []
  }

  /** Calls the function after each change. */
  onChange(listener: () => void) {
    this.#onChange = listener
  }

  /** Returns all schedules, the newest one first. */
  list(): readonly Schedule[] {
    return this.#all
  }

  get(id: string): Schedule | undefined {
    return this.#all.find((schedule) => schedule.id === id)
  }

  /** @throws InvalidInputFault if too many schedules wait */
  create(fields: NewSchedule, author: string): Schedule {
    const {projectId, dataset, clock, makeId} = this.#engine
    const createdAt = clock.now().toISOString()
    const schedule: Schedule = {
      ...fields,
      id: `sch-${makeId()}`,
      projectId,
      dataset,
      author,
      createdAt,
      state: 'scheduled',
      stateReason: 'scheduled by user',
    }
    this.#store(withinLimit([schedule, ...this.#all], this.#maxSchedules))
    return schedule
  }

  /** @throws InvalidInputFault if the schedule was executed or canceled */
  update(schedule: Schedule, changes: ScheduleChanges): Schedule {
    if (schedule.state !== 'scheduled') {
      throw new InvalidInputFault(
        `The schedule ${schedule.id} is ${schedule.state}. Only a schedule that waits can be changed.`,
      )
    }
    const {state, ...fields} = changes
    const given = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    )
    const canceled = state && {state, stateReason: 'cancelled by user'}
    return this.#replace({...schedule, ...given, ...canceled})
  }

  delete(id: string) {
    this.#store(this.#all.filter((schedule) => schedule.id !== id))
  }

  /**
   * Publishes or unpublishes the documents of a schedule in one transaction.
   *
   * @returns the id of the transaction
   * @throws InvalidInputFault if the schedule was executed or canceled
   * @throws Fault if a document cannot be published; nothing is stored then
   */
  execute(schedule: Schedule, author: string): string {
    const {clock, makeId, documents} = this.#engine
    if (schedule.state !== 'scheduled') {
      throw new InvalidInputFault(`The schedule ${schedule.id} is already ${schedule.state}.`)
    }
    const actions = actionsOf(schedule, (id) => documents.raw.byId(id) !== undefined)
    const transactionId = makeId()
    runActions(this.#engine, actions, {author, transactionId})
    const executedAt = clock.now().toISOString()
    this.#replace({...schedule, executedAt, state: 'succeeded', stateReason: 'executed'})
    return transactionId
  }

  /** Returns the schedules that wait for their time, the first one first. */
  jobs(): DueJob[] {
    return this.#all
      .flatMap((schedule) => {
        const at = parseInstant(schedule.executeAt)
        if (at === undefined || schedule.state !== 'scheduled') return []
        return [{at, run: () => this.#executeOrCancel(schedule)}]
      })
      .sort((a, b) => a.at - b.at)
  }

  #executeOrCancel(schedule: Schedule) {
    try {
      this.execute(schedule, schedule.author)
    } catch (error) {
      this.#replace({...schedule, state: 'cancelled', stateReason: reasonOf(error)})
    }
  }

  #replace(changed: Schedule): Schedule {
    this.#store(this.#all.map((schedule) => (schedule.id === changed.id ? changed : schedule)))
    return changed
  }

  #store(schedules: readonly Schedule[]) {
    withStorageFault('schedule', () => this.#engine.store.setValue(storedName, schedules))
    this.#all = schedules
    this.#onChange()
  }
}

function withinLimit(schedules: readonly Schedule[], maxSchedules: number): readonly Schedule[] {
  if (schedules.length <= maxSchedules) return schedules
  const last = schedules.findLastIndex(({state}) => state !== 'scheduled')
  if (last !== -1) return schedules.toSpliced(last, 1)
  throw new InvalidInputFault(
    `${maxSchedules} schedules wait already. Delete some, or schedule a release with all documents.`,
  )
}
