import type {GroupRole, WorkingGroup} from '../meetings/pageContent.ts'

/** People with the same role. */
export interface RolePeople {
  /** In the community's own word. */
  role: string
  people: GroupRole[]
}

export interface GroupPeople {
  /** By role, in the order in which editors listed the roles. */
  current: RolePeople[]
  /** Roles that have ended, the latest first. */
  former: GroupRole[]
}

/**
 * Divides the roles of a group into those that people have today and those that have ended. A role that has
 * not begun is a current one: its term says when.
 *
 * @param today - `YYYY-MM-DD`
 */
export function groupPeople({roles}: Pick<WorkingGroup, 'roles'>, today: string): GroupPeople {
  const isFormer = ({to}: GroupRole) => to !== null && to < today
  const current = Map.groupBy(
    roles.filter((each) => !isFormer(each)),
    ({role}) => role,
  )
  return {
    current: [...current].map(([role, people]) => ({role, people})),
    former: roles.filter(isFormer).toSorted((a, b) => (b.to ?? '').localeCompare(a.to ?? '')),
  }
}
