import type {FieldChange} from '../publish/publishTogether.ts'
import type {BulkSession} from './bulkSessions.ts'

/** A change that gives several sessions the values that they had before an act. */
export interface UndoChange {
  sessions: readonly BulkSession[]
  change: FieldChange
}

/**
 * Returns the changes that undo an act on published sessions. Sessions with the same values share one.
 *
 * A session with a draft is left out: the act has published its other changes too, and they stay. So is one that
 * the act has published for the first time.
 *
 * @param fields - fields that the act has set
 */
export function undoChanges(
  sessions: readonly BulkSession[],
  fields: readonly string[],
): UndoChange[] {
  const byValues = Map.groupBy(
    sessions.filter(({hasDraft}) => !hasDraft),
    ({before}) => JSON.stringify(fields.map((name) => before[name] ?? null)),
  )
  return [...byValues.values()].flatMap((its) => {
    const [first] = its
    if (!first) return []
    const set = Object.fromEntries(
      fields.flatMap((name) => {
        const value = first.before[name]
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
    return [{sessions: its, change: {set, unset: fields.filter((name) => !(name in set))}}]
  })
}
