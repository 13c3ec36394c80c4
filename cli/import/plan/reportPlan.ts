import type {PlannedDocument, SourcePlace} from '@touchpoints/importers/plan'
import {textOf} from '@touchpoints/schemas/reading'

import {type FindingGroup, groupFindings} from './findingGroups.ts'
import {choiceText, groupQuestion, type PlanWords} from './groupText.ts'
import type {ImportedPlan} from './importedPlan.ts'
import {printable, wrapped} from './printable.ts'
import type {SettledPlan} from './settlePlan.ts'

const maxListed = 40

/**
 * Formats a plan for a terminal or a log: what becomes which document, what is open, what is uncertain, and
 * what is not imported. Each line has its file and line.
 */
export function reportPlan(plan: ImportedPlan, words: PlanWords): string {
  const {documents, findings, leftovers} = plan
  const groups = groupFindings(findings)
  const asks = groups.filter(({kind}) => kind === 'ask')
  const verify = groups.filter(({kind}) => kind === 'verify')
  return [
    documentsText(documents, words),
    ...section(`${count(asks.length, 'open question')}:`, groupTexts(asks, words)),
    ...section('Please verify:', groupTexts(verify, words)),
    ...leftoversText(plan),
    ...filesText(plan),
    ...(documents.length + leftovers.length === 0 ? ['Nothing to import.'] : []),
  ].join('\n\n')
}

/** Formats what an import would do beside what is stored: changes that are kept back, and what is left out. */
export function reportSettled(
  {unchanged, kept, leftOut}: SettledPlan,
  {fieldTitle}: PlanWords,
): string[] {
  const reasons = [...Map.groupBy(leftOut, ({why}) => why)]
  return [
    ...(unchanged.length > 0
      ? [`${count(unchanged.length, 'document')} stored already, without a difference.`]
      : []),
    ...section(
      `${count(kept.length, 'document')} different from what is stored, which is kept:`,
      kept.map(({planned, comparison}) => {
        const {_type} = planned.document
        const names = comparison.fields.map(({field}) => fieldTitle(_type, field)).join(', ')
        return wrapped(`  ${placeText(planned.places[0])}  ${nameOf(planned)}: ${names}`)
      }),
    ),
    ...section(
      `${count(leftOut.length, 'document')} left out:`,
      reasons.map(([why, items]) => {
        const lines = items.map(
          ({planned}) => `    ${placeText(planned.places[0])}  ${nameOf(planned)}`,
        )
        return [wrapped(`  ${printable(why)}`), ...limited(lines)].join('\n')
      }),
    ),
  ]
}

function documentsText(documents: readonly PlannedDocument[], {typeTitle}: PlanWords): string {
  const groups = Map.groupBy(documents, ({document}) => document._type)
  const blocks = [...groups].map(([type, ofType]) =>
    [`${typeTitle(type)} (${ofType.length})`, ...limited(ofType.map(documentText))].join('\n'),
  )
  return [`${count(documents.length, 'document')} planned:`, ...blocks].join('\n\n')
}

function documentText(planned: PlannedDocument): string {
  const {places, changedOn} = planned
  const more = places.length > 1 ? ` and ${places.length - 1} more` : ''
  const date = changedOn === undefined ? '' : `, ${changedOn}`
  return `  ${nameOf(planned)}  ${placeText(places[0])}${more}${date}`
}

/** Returns what people call a document: its title or name. */
export function nameOf({document}: PlannedDocument): string {
  const name = textOf(document['title']) ?? textOf(document['name'])
  return printable(name ?? document._id)
}

/** Findings that one answer can settle are one entry, with the lines that they are about. */
function groupTexts(groups: readonly FindingGroup[], words: PlanWords): string[] {
  return groups.map((group) => {
    const {findings, labels} = group
    const places = findings.map(({place}) => placeText(place))
    const [first = '', ...others] = places
    const [example] = findings
    const answers =
      findings.length > 1 || !example
        ? labels.map((label) => printable(label))
        : example.choices.map((choice) => choiceText(example, choice, words))
    const listed = others.slice(0, 5).join(', ')
    const more = others.length > 5 ? ` and ${others.length - 5} more` : ''
    return [
      wrapped(`  ${first}  ${groupQuestion(group, words)}`),
      ...(others.length > 0 ? [wrapped(`      Also ${listed}${more}.`, 0)] : []),
      ...answers.map((answer) => wrapped(`      - ${answer}`, 2)),
    ].join('\n')
  })
}

/** Leftovers of one reason are listed together: a list of groups has the same unknown field in each. */
function leftoversText({leftovers}: ImportedPlan): string[] {
  const groups = [...Map.groupBy(leftovers, ({reason}) => reason)]
  const blocks = groups.map(([reason, items]) => {
    const lines = items.map(({place, text}) =>
      wrapped(`    ${placeText(place)}  ${printable(text)}`),
    )
    return [wrapped(`  ${printable(reason)}`, 0), ...limited(lines)].join('\n')
  })
  return section(`${count(leftovers.length, 'item')} not imported:`, blocks)
}

function filesText({others, notes}: ImportedPlan): string[] {
  const counts = Object.entries(others).toSorted(([, a], [, b]) => b - a)
  const total = counts.reduce((sum, [, each]) => sum + each, 0)
  const listed = counts.map(([word, each]) => count(each, word)).join(', ')
  return [
    ...(total > 0 ? [`Not read: ${listed}.`] : []),
    ...notes.map((note) => wrapped(printable(note, 2000), 2)),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[title, ...limited(lines)].join('\n')]
}

function limited(lines: readonly string[]): string[] {
  const more = lines.length - maxListed
  if (more <= 0) return [...lines]
  return [...lines.slice(0, maxListed), `    and ${more} more. --plan FILE writes all of them.`]
}

export function placeText(place: SourcePlace | undefined): string {
  return place === undefined ? '' : printable(`${place.file}:${place.line}`)
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
