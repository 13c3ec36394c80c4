import type {PlanFinding, PlannedDocument, SourcePlace} from '@touchpoints/importers/plan'
import {textOf} from '@touchpoints/schemas/reading'

import type {ImportedPlan} from './importedPlan.ts'
import type {SettledPlan} from './settlePlan.ts'

const maxListed = 40

/**
 * Formats a plan for a terminal or a log: what becomes which document, what is open, what is uncertain, and
 * what is not imported. Each line has its file and line.
 */
export function reportPlan(plan: ImportedPlan): string {
  const {documents, findings, leftovers} = plan
  const asks = findings.filter(({kind}) => kind === 'ask')
  const verify = findings.filter(({kind}) => kind === 'verify')
  return [
    documentsText(documents),
    ...section(`${count(asks.length, 'open question')}:`, asks.map(findingText)),
    ...section('Please verify:', verify.map(findingText)),
    ...leftoversText(plan),
    ...filesText(plan),
    ...(documents.length + leftovers.length === 0 ? ['Nothing to import.'] : []),
  ].join('\n\n')
}

/** Formats what an import would do beside what is stored: changes that are kept back, and what is left out. */
export function reportSettled({unchanged, kept, leftOut}: SettledPlan): string[] {
  return [
    ...(unchanged.length > 0
      ? [`${count(unchanged.length, 'document')} stored already, without a difference.`]
      : []),
    ...section(
      `${count(kept.length, 'document')} different from what is stored, which is kept:`,
      kept.map(({planned, comparison}) => {
        const names = comparison.fields.map(({field}) => field).join(', ')
        return `  ${placeText(planned.places[0])}  ${nameOf(planned)}: ${names}`
      }),
    ),
    ...section(
      `${count(leftOut.length, 'document')} left out:`,
      leftOut.map(
        ({planned, why}) =>
          `  ${placeText(planned.places[0])}  ${nameOf(planned)}\n    ${printable(why)}`,
      ),
    ),
  ]
}

function documentsText(documents: readonly PlannedDocument[]): string {
  const groups = Map.groupBy(documents, ({document}) => document._type)
  const blocks = [...groups].map(([type, ofType]) =>
    [`${type} (${ofType.length})`, ...limited(ofType.map(documentText))].join('\n'),
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

export function findingText({place, message, choices}: PlanFinding): string {
  const answers = choices.map(({label}) => `\n      - ${printable(label)}`)
  return `  ${placeText(place)}  ${printable(message)}${answers.join('')}`
}

/** Leftovers of one reason are listed together: a list of groups has the same unknown field in each. */
function leftoversText({leftovers}: ImportedPlan): string[] {
  const groups = [...Map.groupBy(leftovers, ({reason}) => reason)]
  const blocks = groups.map(([reason, items]) => {
    const lines = items.map(({place, text}) => `    ${placeText(place)}  ${printable(text)}`)
    return [`  ${printable(reason)}`, ...limited(lines)].join('\n')
  })
  return section(`${count(leftovers.length, 'item')} not imported:`, blocks)
}

function filesText({others, notes}: ImportedPlan): string[] {
  const counts = Object.entries(others).toSorted(([, a], [, b]) => b - a)
  const total = counts.reduce((sum, [, each]) => sum + each, 0)
  const listed = counts.map(([word, each]) => count(each, word)).join(', ')
  return [...(total > 0 ? [`Not read: ${listed}.`] : []), ...notes.map((note) => printable(note))]
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

/** Text of a source could contain control sequences of the terminal, or be long. */
export function printable(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
  return plain.length > 400 ? `${plain.slice(0, 400)}…` : plain
}
