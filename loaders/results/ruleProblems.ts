import type {LoaderContext} from '../context.ts'
import type {RuleProblem} from '../problems.ts'
import {propertyAt} from './path.ts'
import {studioLink} from './studioLink.ts'

type Stored = Parameters<NonNullable<LoaderContext['rules']>['check']>[0][number]

/** Returns the findings of the rules in the documents of a result. Empty without rules. */
export function ruleProblems(
  {rules, studioUrl}: LoaderContext,
  documents: unknown,
  now: string,
): RuleProblem[] {
  if (!rules || !Array.isArray(documents)) return []
  return rules.check(documents.filter(isStored), {now}).map((finding) => ({
    kind: 'rule',
    ...finding,
    ...(studioUrl && {
      studioUrl: studioLink(studioUrl, {id: finding.documentId, type: finding.documentType}),
    }),
  }))
}

function isStored(value: unknown): value is Stored {
  return (
    typeof propertyAt(value, '_id') === 'string' && typeof propertyAt(value, '_type') === 'string'
  )
}
