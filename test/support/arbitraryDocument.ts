import type {ArraySchemaType, ObjectSchemaType, SchemaType} from '@sanity/types'
import * as fc from 'fast-check'

import type {DocumentTypeName, ScalarName} from '../../schemas/registry/index.ts'
import * as scalars from '../../schemas/scalars.ts'
import {compiledSchema} from './datasetValidator.ts'
import {goodValue, wild} from './scalarSamples.ts'

/** Percentage of values that are missing or arbitrary. */
interface Odds {
  missing: number
  wild: number
}

/** The ids that references to a type use. One more id does not exist. */
export type Targets = (type: string) => readonly string[]

/**
 * Generates documents of a type by the compiled schema: fields, lists, references, Portable Text. Some are
 * valid, some have one or two faults, and some have many.
 */
export function arbitraryDocument(type: DocumentTypeName, targets: Targets): fc.Arbitrary<object> {
  const schemaType = compiledSchema.get(type)
  if (!schemaType || !isObjectType(schemaType)) throw new Error(`Unknown document type ${type}.`)
  return fc
    .constantFrom(
      {missing: 0, wild: 0},
      {missing: 0, wild: 0},
      {missing: 10, wild: 0},
      {missing: 3, wild: 3},
      {missing: 20, wild: 20},
    )
    .chain((odds) => new Generator(odds, targets).fields(schemaType))
    .map((fields) => ({
      // Plain JSON, as in the response of a lake.
      ...JSON.parse(JSON.stringify(fields)),
      _id: 'generated',
      _type: type,
      _rev: 'r1',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
    }))
}

class Generator {
  readonly #odds: Odds
  readonly #targets: Targets

  constructor(odds: Odds, targets: Targets) {
    this.#odds = odds
    this.#targets = targets
  }

  fields(type: ObjectSchemaType): fc.Arbitrary<object> {
    const fields = type.fields.map(({name, type: fieldType}) => [
      name,
      this.#value(fieldType, name),
    ])
    const all: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields)
    return fc.record(all).map((value) => {
      const set = Object.entries(value).filter(([, item]) => item !== undefined)
      return Object.fromEntries(set)
    })
  }

  #value(type: SchemaType, name: string): fc.Arbitrary<unknown> {
    const {missing, wild: broken} = this.#odds
    return fc.oneof(
      {weight: 100 - missing - broken, arbitrary: this.#good(type, name)},
      {weight: missing, arbitrary: fc.constant(undefined)},
      {weight: broken, arbitrary: wild},
    )
  }

  #good(type: SchemaType, name: string): fc.Arbitrary<unknown> {
    // One of the samples has no contrast with a dark page.
    if (name === 'accentColorDark') return fc.constant('#a1d33c')
    if (isScalar(type.name)) return goodValue(type.name)
    if (type.name === 'slug') {
      return this.#value({...type, name: 'slugText'}, name).map((current) => ({
        _type: 'slug',
        current,
      }))
    }
    if (type.name === 'reference') return this.#reference(type)
    if (type.name === 'image') return fc.constant({_type: 'image', asset: imageAsset})
    if (type.jsonType === 'boolean') return fc.boolean()
    if (type.jsonType === 'array') return this.#list(type, name)
    if (type.jsonType === 'object') return this.#object(type)
    return fc.constantFrom('some text', 'more')
  }

  #object(type: ObjectSchemaType): fc.Arbitrary<unknown> {
    if (type.name === 'block') return this.#block(type)
    if (type.name === 'recordingMedia') return this.#recordingMedia()
    const object = this.fields(type).map((fields) => ({_type: type.name, ...fields}))
    if (type.name === 'meetingIdentity') return this.#identity(object)
    const adjust = likely[type.name]
    return adjust ? object.map(adjust) : object
  }

  /** A meeting is a document or an event of a calendar. Some have both, which the rules reject. */
  #identity(object: fc.Arbitrary<object>): fc.Arbitrary<unknown> {
    const without = fc.constantFrom<readonly string[]>(['document'], ['calendar', 'eventUid'], [])
    return fc
      .tuple(object, without)
      .map(([fields, names]) =>
        Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))),
      )
  }

  #list(type: ArraySchemaType, name: string): fc.Arbitrary<unknown> {
    const [member] = type.of
    if (!member) return fc.constant([])
    if (member.jsonType !== 'object') {
      // scalarListField stores members as plain strings, so the field's name decides their scalar.
      const scalar = memberScalars[name]
      if (!scalar) throw new Error(`The list ${name} has no known scalar. Add it to memberScalars.`)
      return fc.uniqueArray(this.#memberValue(scalar), {minLength: 1, maxLength: 3})
    }
    const selector = (item: unknown) => identityIn(item) ?? JSON.stringify(item)
    const minLength = name === 'slots' ? 1 : 0
    return fc
      .uniqueArray(this.#good(member, name), {minLength, maxLength: 3, selector})
      .map((items) => items.map((item, index) => withKey(item, `k${index}`)))
  }

  #memberValue(scalar: ScalarName): fc.Arbitrary<unknown> {
    return fc.oneof(
      {weight: 100 - this.#odds.wild, arbitrary: goodValue(scalar)},
      {weight: this.#odds.wild, arbitrary: wild},
    )
  }

  #reference(type: SchemaType): fc.Arbitrary<unknown> {
    const to = 'to' in type && Array.isArray(type.to) ? type.to : []
    const ids = to.flatMap((target: SchemaType) => this.#targets(target.name))
    const {wild: dangling} = this.#odds
    return fc
      .oneof(
        {weight: 100 - dangling, arbitrary: fc.constantFrom(...ids)},
        {weight: dangling, arbitrary: fc.constant('nowhere')},
      )
      .map((_ref) => ({_type: 'reference', _ref}))
  }

  /** Usually one location, because a rule forbids more, and all three at once would never be valid. */
  #recordingMedia(): fc.Arbitrary<unknown> {
    const places = {
      youtubeId: goodValue('youtubeId'),
      playlistId: goodValue('youtubePlaylistId'),
      url: this.#memberValue('httpsUrl'),
    }
    const one = Object.entries(places).map(([name, value]) => fc.record({[name]: value}))
    return fc.oneof(
      {weight: 9, arbitrary: fc.oneof(...one)},
      {weight: 1, arbitrary: fc.record(places)},
    )
  }

  #block(type: ObjectSchemaType): fc.Arbitrary<unknown> {
    const link = fc.record({
      _type: fc.constant('textLink'),
      _key: fc.constant('l0'),
      href: goodValue('href'),
    })
    const span = fc.record({
      _type: fc.constant('span'),
      _key: fc.constant('s0'),
      text: fc.string(),
      marks: fc.constantFrom([], ['strong'], ['l0']),
    })
    const block = {
      _type: fc.constant(type.name),
      style: fc.constantFrom('normal', 'h3'),
      children: fc.tuple(span),
      markDefs: fc.tuple(link),
    }
    const listed = {...block, listItem: fc.constantFrom('bullet', 'number'), level: fc.constant(1)}
    return fc.oneof(fc.record(block), fc.record(listed))
  }
}

/** Generates combinations that rules allow. Of independent fields, four in five would be forbidden. */
function likelyRecurrence(fields: object): object {
  const {frequency, weekdays, weeks, monthlyOn, ordinals, dayOffset, endDate, ...rest}: Slot = {
    ...fields,
  }
  const common = {...rest, startDate: '2026-01-01', ...(endDate !== undefined && {endDate: last})}
  if (frequency !== 'monthly') {
    const slot = {...common, frequency, weekdays}
    return weeks === undefined ? slot : {...slot, interval: 1, weeks}
  }
  const slot = {...common, frequency, monthlyOn: monthlyOn ?? 'weekday'}
  if (monthlyOn === 'date') return slot
  const counted = {...slot, ordinals: ordinals ?? [2]}
  return monthlyOn === 'businessDay' ? counted : {...counted, weekdays, dayOffset}
}

const last = '2028-01-01'

type Slot = Partial<
  Record<
    'frequency' | 'weekdays' | 'weeks' | 'monthlyOn' | 'ordinals' | 'dayOffset' | 'endDate',
    unknown
  >
>

/** A date that the cadence does not have is a fault, and a span has to end after it begins. */
function likelySpan(fields: object): object {
  return 'from' in fields && 'to' in fields
    ? {...fields, from: '2026-03-01', to: '2026-04-01'}
    : fields
}

function likelyException(fields: object): object {
  const toDate = Reflect.get(fields, 'kind') === 'moved' ? {toDate: '2026-11-23'} : {}
  const {toDate: _, toTime: __, ...rest} = {toDate: undefined, toTime: undefined, ...fields}
  return {...rest, ...toDate}
}

/** What objects of a type become, so that some pass the rules. */
const likely: Readonly<Record<string, (fields: object) => object>> = {
  recurrence: likelyRecurrence,
  cadenceBreak: likelySpan,
  cadenceException: likelyException,
  groupRole: likelySpan,
}

const imageAsset = {_type: 'reference', _ref: 'image-abc-2x2-png'}

/** The scalar of the members of each list of plain values, by the name of its field. */
export const memberScalars: Readonly<Record<string, ScalarName>> = {
  topics: 'line',
  goals: 'line',
  regions: 'regionCode',
  ordinals: 'ordinal',
  languages: 'languageTag',
  groupKinds: 'line',
  guestKinds: 'line',
  roles: 'line',
  // Translations of a list of lines.
  value: 'line',
  weekdays: 'weekday',
}

/** Translations have each language once, and regions each code. */
function identityIn(item: unknown): string | undefined {
  const names = ['language', 'code'].map((name): unknown => Reflect.get(Object(item), name))
  return names.find((name) => typeof name === 'string')
}

function isScalar(name: string): name is ScalarName {
  return Object.hasOwn(scalars, name)
}

function isObjectType(type: SchemaType): type is ObjectSchemaType {
  return type.jsonType === 'object'
}

function withKey(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null ? {...item, _key: key} : item
}
