import type {DocumentProblem, MergedEvent} from '@touchpoints/calendar'
import {withoutJoinDetails} from '@touchpoints/calendar/links'
import {nameHint, unknownName} from '@touchpoints/calendar/option-names'
import {plainText} from '@touchpoints/calendar/plain-text'

import type {Audience} from '../audience/audience.ts'
import {isForMembers} from '../audience/isForMembers.ts'
import {cleanList} from '../audience/withhold.ts'
import {checkedExtra, type ExtraValues} from './checkedExtra.ts'
import type {Extension, Published} from './extension.ts'

/** What an extension adds to one event of the calendar. */
export interface Additions {
  extra: ExtraValues
  location?: string
  categories: readonly string[]
  properties: Readonly<Record<string, string>>
}

export interface AdditionsOptions {
  extension: Extension
  /** Who may see the events. Texts for `everyone` lose what lets a reader into a meeting for members. */
  audience: Audience
  /** Called with what cannot be published. */
  onProblem: (problem: DocumentProblem) => void
}

/** The documents that an event belongs to, as a loader returns them. */
export interface OwnDocuments {
  touchpoint?: Owner | undefined
  series?: Owner | undefined
  workingGroup?: Owner | undefined
}

interface Owner {
  readonly _id: string
}

/** `publish` of an extension, which knows the whole type of the document. */
interface Publisher {
  publish?(document: Owner): Published
}

/**
 * Returns a function that returns what an extension adds to an event: the values of its group, its series and its
 * touchpoint, of which the last ones win. Each document is published once.
 *
 * A `publish` that throws or returns what cannot be published is reported, and the event is published without it.
 */
export function additionsOf({extension, audience, onProblem}: AdditionsOptions) {
  const {fields = {}} = extension
  const publishers = {
    workingGroup: fields.workingGroup,
    series: fields.series,
    touchpoint: fields.touchpoint,
  } satisfies Record<keyof OwnDocuments, Publisher | undefined>
  const published = new Map<string, Additions | undefined>()

  function publishedBy(type: keyof OwnDocuments, document: Owner, forMembers: boolean) {
    const publisher: Publisher | undefined = publishers[type]
    if (!publisher?.publish) return undefined
    const key = `${type} ${document._id} ${forMembers}`
    if (published.has(key)) return published.get(key)
    const {additions, faults} = checked(() => publisher.publish?.(document), forMembers)
    for (const fault of faults) onProblem(problemOf(type, document, fault))
    published.set(key, additions)
    return additions
  }

  return (event: MergedEvent, documents: OwnDocuments): Additions => {
    const additions = (['workingGroup', 'series', 'touchpoint'] as const).flatMap((type) => {
      const document = documents[type]
      if (!document) return []
      const isSecret = event.audience === 'members' || isForMembers(document)
      return publishedBy(type, document, audience === 'everyone' && isSecret) ?? []
    })
    return additions.reduce(
      (all, each) => ({
        ...all,
        ...each,
        extra: {...all.extra, ...each.extra},
        categories: [...new Set([...all.categories, ...each.categories])],
        properties: {...all.properties, ...each.properties},
      }),
      {extra: {}, categories: [], properties: {}},
    )
  }
}

/** RFC 5545 section 3.1: an x-name. Programs read those of the calendar itself, such as X-WR-CALNAME, anywhere. */
const propertyName = /^X-(?!WR-|PUBLISHED-TTL$)[A-Z0-9-]{1,62}$/

/** Maximum of characters of a place, a category or a property. Longer ones are cut. */
const maxTextLength = 1000

/** Maximum of categories, and of properties, of one document. */
const maxTexts = 50

function checked(
  publish: () => unknown,
  forMembers: boolean,
): {additions: Additions | undefined; faults: string[]} {
  const faults: string[] = []
  try {
    // Its values are read here too: a getter can throw as well.
    const additions = readAdditions(publish(), forMembers, (fault) => faults.push(fault))
    return {additions, faults}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {additions: undefined, faults: [`threw an error: ${reason}.`]}
  }
}

type Report = (fault: string) => void

function readAdditions(
  result: unknown,
  forMembers: boolean,
  report: Report,
): Additions | undefined {
  if (result === undefined || result === null) return undefined
  if (typeof result !== 'object' || 'then' in result) {
    report('must return an object like {extra: {…}}, and no promise.')
    return undefined
  }
  const unknown = unknownName(result, publishedNames)
  if (unknown !== undefined) {
    report(`returned "${unknown}", which nothing reads. ${nameHint(unknown, publishedNames)}`)
  }
  const text = (value: unknown) => lineOf(value, forMembers)
  const {extra, location, categories, properties}: Unchecked = result
  const place = text(location)
  if (isPresent(location) && typeof location !== 'string')
    report('returned a location that is no text.')
  return {
    extra: checkedExtra(extra, report, (value) => (forMembers ? withoutSecrets(value) : value)),
    ...(place !== '' && {location: place}),
    categories: textsOf(categories, report).map(text).filter(Boolean),
    properties: checkedProperties(properties, report, text),
  }
}

/** What a program in plain JavaScript can return. */
type Unchecked = {readonly [Name in keyof Published]?: unknown}

const publishedNames = Object.keys({
  extra: true,
  location: true,
  categories: true,
  properties: true,
} satisfies Record<keyof Published, true>)

function textsOf(categories: unknown, report: Report): unknown[] {
  if (!isPresent(categories)) return []
  if (!Array.isArray(categories)) {
    report('returned categories that are no list of texts.')
    return []
  }
  if (categories.some((each) => isPresent(each) && typeof each !== 'string')) {
    report('returned a category that is no text.')
  }
  if (categories.length > maxTexts) report(`returned more than ${maxTexts} categories.`)
  return categories.slice(0, maxTexts)
}

function checkedProperties(
  properties: unknown,
  report: Report,
  text: (value: unknown) => string,
): Record<string, string> {
  const entries = Object.entries(Object(properties))
  if (entries.length > maxTexts) report(`returned more than ${maxTexts} properties.`)
  return Object.fromEntries(
    entries.slice(0, maxTexts).flatMap(([name, value]): [string, string][] => {
      if (!isPresent(value)) return []
      if (!propertyName.test(name)) {
        report(
          `returned the property ${JSON.stringify(name.slice(0, 80))}. Use a name like X-LEVEL. Names that begin with X-WR- are those of the calendar.`,
        )
        return []
      }
      const isNumber = typeof value === 'number' && Number.isFinite(value)
      if (!isNumber && typeof value !== 'string') {
        report(`returned the property ${name}, which is no text and no number.`)
        return []
      }
      const written = text(isNumber ? String(value) : value)
      return written === '' ? [] : [[name, written]]
    }),
  )
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null
}

/** Returns a text on one line. Empty for anything else. */
function lineOf(value: unknown, forMembers: boolean): string {
  if (typeof value !== 'string') return ''
  const line = plainText(value).replaceAll(/\s+/g, ' ').trim().slice(0, maxTextLength)
  return forMembers ? withoutJoinDetails(line) : line
}

/**
 * Returns a value without join details in its texts, under any name: names of `extra` say nothing about their
 * values. Changes the lists in it.
 */
function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return withoutJoinDetails(value) || null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    // Before its members are cleaned: "Passcode:" and its value can be two of them.
    cleanList(value, 'text')
    return value.map(withoutSecrets)
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, property]) => [name, withoutSecrets(property)]),
  )
}

function problemOf(documentType: string, {_id}: Owner, fault: string): DocumentProblem {
  return {
    kind: 'document',
    documentId: _id,
    documentType,
    path: '',
    message: `"publish" of ${documentType} in your extension ${fault} The calendar shows the event without this value. Correct the function.`,
  }
}
