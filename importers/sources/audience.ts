import type {Choice} from '../plan/plan.ts'
import type {PlanBuilder} from './planBuilder.ts'

const someone =
  /\b(?:private|closed|internal|confidential|members?(?:[- ]only)?|leads|leadership|chairs|maintainers|invit\w+|restricted)\b/i

/** Returns the audience of a meeting, or undefined when its title names a group of people. */
export function audienceOf(title: string): 'everyone' | undefined {
  return someone.test(title) ? undefined : 'everyone'
}

/** Asks who may come when a title names a group of people, such as "Private" or "Leads". */
export function askAudience(
  {document, title, line}: {document: string; title: string; line: number},
  out: PlanBuilder,
): void {
  const [word] = someone.exec(title) ?? []
  if (word === undefined) return
  out.finding({
    code: 'which-audience',
    kind: 'ask',
    line,
    document,
    message: `“${title}” names a group of people (“${word}”). Who may come?`,
    choices: audienceChoices,
  })
}

const audienceChoices: readonly Choice[] = [
  {label: 'Everyone may come', set: {audience: 'everyone'}},
  {label: 'Members only', set: {audience: 'members'}},
]

/** Says once for the file that its series are public, because no list of groups says who may come. */
export function verifyAudience(out: PlanBuilder): void {
  const open = out
    .plan()
    .documents.filter(
      ({document}) => document._type === 'series' && document['audience'] === 'everyone',
    )
  if (open.length === 0) return
  const count = open.length === 1 ? '1 series is' : `${open.length} series are`
  out.finding({
    code: 'which-audience',
    kind: 'verify',
    line: 1,
    choices: [],
    message: `The file does not say who may come, and the file itself names the meetings. ${count} for everyone.`,
  })
}
