import {withoutJoinDetails} from '@touchpoints/calendar/links'

import {isForMembers} from '../audience/isForMembers.ts'
import type {LoaderContext} from '../context.ts'
import type {RuleProblem} from '../problems.ts'
import {propertyAt} from './path.ts'
import {studioLink} from './studioLink.ts'

type Stored = Parameters<NonNullable<LoaderContext['rules']>['check']>[0][number]

/** Returns the findings of the rules in the documents of a result. Empty without rules. */
export function ruleProblems(
  {rules, studioUrl, audience}: LoaderContext,
  documents: unknown,
  now: string,
): RuleProblem[] {
  if (!rules || !Array.isArray(documents)) return []
  const stored = documents.filter(isStored)
  const secret: ReadonlySet<string> = audience === 'members' ? new Set() : membersIds(stored)
  return rules.check(stored, {now}).map((finding) => ({
    kind: 'rule',
    ...finding,
    // Messages quote what they are about, and a link that is wrong is still a link.
    // That of "join-details-in-text" says "passcode" and quotes nothing.
    ...(secret.has(finding.documentId) &&
      finding.code !== 'join-details-in-text' && {message: withoutJoinDetails(finding.message)}),
    ...(studioUrl && {
      studioUrl: studioLink(studioUrl, {id: finding.documentId, type: finding.documentType}),
    }),
  }))
}

/** Returns the ids of the documents about members' meetings, with their recordings and their groups. */
function membersIds(documents: readonly Stored[]): ReadonlySet<string> {
  const meetings = documents.filter(isForMembers)
  const ids = new Set(meetings.map(({_id}) => _id))
  const recordings = documents.filter(({touchpoint}) => ids.has(referenceIn(touchpoint)))
  const groups = meetings.map(({group}) => referenceIn(group))
  return new Set([...ids, ...recordings.map(({_id}) => _id), ...groups])
}

function referenceIn(value: unknown): string {
  return String(propertyAt(value, '_ref'))
}

function isStored(value: unknown): value is Stored {
  return (
    typeof propertyAt(value, '_id') === 'string' && typeof propertyAt(value, '_type') === 'string'
  )
}
