import {refOf, textOf} from '@touchpoints/schemas/reading'

import type {Choice, PlannedDocument} from '../plan/plan.ts'
import type {PlanBuilder} from './planBuilder.ts'

const someone =
  /\b(?:private|closed|internal|confidential|members?(?:[- ]only)?|leads|leadership|chairs|maintainers|invit\w+|restricted)\b/i

const choices: readonly Choice[] = [
  {label: 'Everyone', set: {audience: 'everyone'}},
  {label: 'Members', set: {audience: 'members'}},
]

/**
 * Asks who may come, because no list of groups and no calendar says it. One question for all series of the
 * file, and one for each series with a title that names a group of people, such as "Private" or "Leads".
 */
export function askAudiences(out: PlanBuilder): void {
  const {documents} = out.plan()
  const open = documents.filter(({document}) => document._type === 'series')
  const limited = open.filter((series) => someone.test(titleOf(series)))
  const others = open.filter((series) => !limited.includes(series))
  for (const series of limited) {
    const title = titleOf(series)
    const [word] = someone.exec(title) ?? []
    ask([series], `“${title}” names a group of people (“${word}”). Who may come?`)
  }
  const names = others.slice(0, 3).map((series) => `“${titleOf(series)}”`)
  const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
  ask(others, `The file does not say who may come to ${names.join(', ')}${more}.`)

  function ask(series: readonly PlannedDocument[], message: string): void {
    const ids = series.map(({document}) => document._id)
    const sessions = documents.filter(({document}) => ids.includes(refOf(document['series']) ?? ''))
    const [first, ...rest] = [...ids, ...sessions.map(({document}) => document._id)]
    if (first === undefined) return
    out.finding({
      code: 'which-audience',
      kind: 'ask',
      line: series[0]?.places[0]?.line ?? 1,
      document: first,
      alsoIn: rest,
      message,
      choices,
    })
  }
}

function titleOf({document}: PlannedDocument): string {
  return textOf(document['title']) ?? ''
}
