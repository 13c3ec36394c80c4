import type {PathSegment} from '../reading/pathSegment.ts'
import {itemsOf, refOf, textOf} from '../reading/stored.ts'
import {calendarDate} from '../scalars.ts'
import type {Finding, Rule} from './finding.ts'

/** Reports a term that ends before it begins, and a person who has one role twice at the same time. */
export const groupRolesRule = {
  code: 'group-role',
  check: ({roles}) => {
    const terms = itemsOf(roles).map(({item, at}): Term => ({
      at,
      role: textOf(item['role']),
      person: refOf(item['person']),
      from: dateIn(item['from']),
      to: dateIn(item['to']),
    }))
    return terms.flatMap((term, index) => [
      ...backwards(term),
      ...repeated(term, terms.slice(0, index)),
    ])
  },
} as const satisfies Rule

interface Term {
  at: PathSegment
  role: string | undefined
  person: string | undefined
  from: string | undefined
  to: string | undefined
}

type Findings = Omit<Finding, 'code'>[]

function backwards({at, from, to}: Term): Findings {
  if (!isBackwards({from, to})) return []
  const message = `The term ends on ${to}, before it begins on ${from}. Correct one of the two dates.`
  return [{level: 'error', path: ['roles', at, 'to'], message}]
}

function repeated(term: Term, earlier: readonly Term[]): Findings {
  const {at, role, person} = term
  if (!role || !person || isBackwards(term)) return []
  const same = earlier.find(
    (other) =>
      other.person === person &&
      other.role?.toLowerCase() === role.toLowerCase() &&
      !isBackwards(other) &&
      overlap(term, other),
  )
  if (!same) return []
  const message = `This person is already listed as ${role} for the same time, so pages would show the person twice. Remove one of the two, or correct the dates of the terms.`
  return [{level: 'warning', path: ['roles', at], message}]
}

function overlap(one: Term, other: Term): boolean {
  const startsInTime = (a: Term, b: Term) => !a.from || !b.to || a.from <= b.to
  return startsInTime(one, other) && startsInTime(other, one)
}

function isBackwards({from, to}: Pick<Term, 'from' | 'to'>): boolean {
  return from !== undefined && to !== undefined && to < from
}

function dateIn(value: unknown): string | undefined {
  const result = calendarDate.safeParse(value)
  return result.success ? result.data : undefined
}
