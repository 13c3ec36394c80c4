import type {ArraySchemaType, ObjectSchemaType, SchemaType} from '@sanity/types'
import * as fc from 'fast-check'

import type {DocumentTypeName, ScalarName} from '../../schemas/registry/index.ts'
import * as scalars from '../../schemas/scalars.ts'
import {compiledSchema} from './datasetValidator.ts'
import {memberScalars} from './arbitraryDocument.ts'
import {goodValue} from './scalarSamples.ts'

/** Plants a secret into each text and link, and knows which ones it planted. */
export class Planter {
  readonly secrets: string[] = []

  /** Returns a secret that occurs nowhere else. */
  next(place: string): string {
    // The end of the place, because a line that has the secret three times has at most 200 characters.
    const secret = `s3cret-${this.secrets.length}-${place.replaceAll(/\W/g, '-').slice(-30)}`
    this.secrets.push(secret)
    return secret
  }

  /** Returns a text with an unknown room, a known one and a passcode. */
  text(place: string): string {
    const secret = this.next(place)
    return `Plan ${this.secrets.length}: https://r.example/${secret} zoom.us/my/${secret} (Passcode: ${secret})`
  }

  link(place: string): string {
    // A rule's message repeats a link with tracking parameters.
    return `https://meet.jit.si/${this.next(place)}?utm_source=mail`
  }
}

export interface PlantedOptions {
  planter: Planter
  /** Returns the id that references to a type use. Undefined leaves the field out. */
  target: (type: string) => string | undefined
  /** Values in place of planted ones. */
  fields?: Record<string, unknown>
}

/**
 * Returns a valid document in which every field is set, by the compiled schema, with a secret in every
 * text and link. A field that is added to the schema has one too.
 */
export function plantedDocument(
  _id: string,
  type: DocumentTypeName,
  {planter, target, fields = {}}: PlantedOptions,
): {_id: string} {
  const schemaType = compiledSchema.get(type)
  if (!schemaType || !isObject(schemaType)) throw new Error(`Unknown document type ${type}.`)
  const planted = objectOf(schemaType, type, planter, target, Object.keys(fields))
  const identity = {_id, _type: type}
  return {...planted, ...fields, ...identity}
}

type Target = PlantedOptions['target']

function objectOf(
  type: ObjectSchemaType,
  path: string,
  planter: Planter,
  target: Target,
  except: readonly string[] = [],
): object {
  const planted = type.fields.filter(({name}) => !except.includes(name))
  const fields = planted.map(({name, type: fieldType}) => [
    name,
    valueOf(fieldType, `${path}.${name}`, planter, target),
  ])
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

function valueOf(type: SchemaType, path: string, planter: Planter, target: Target): unknown {
  if (type.name === 'line' || type.name === 'paragraph') return planter.text(path)
  if (type.name === 'httpsUrl') return planter.link(path)
  if (type.name === 'languageTag') return plantedLanguage
  if (isScalar(type.name)) return sampleOf(type.name)
  if (type.name === 'slug') {
    return {_type: 'slug', current: path.toLowerCase().replaceAll(/[^a-z]/g, '-')}
  }
  if (type.name === 'reference') return referenceTo(type, target)
  if (type.name === 'image') return undefined
  if (type.jsonType === 'boolean') return false
  if (type.jsonType === 'array') return listOf(type, path, planter, target)
  if (type.name === 'recurrence') return recurrence
  if (type.jsonType === 'object') {
    return {_type: type.name, ...objectOf(type, path, planter, target)}
  }
  return planter.text(path)
}

function listOf(type: ArraySchemaType, path: string, planter: Planter, target: Target): unknown[] {
  const [member] = type.of
  if (!member) return []
  if (member.jsonType !== 'object') {
    const name = path.slice(path.lastIndexOf('.') + 1)
    const scalar = memberScalars[name]
    if (!scalar) throw new Error(`The list ${name} has no known scalar. Add it to memberScalars.`)
    return scalar === 'line'
      ? [planter.text(`${path}.0`), planter.text(`${path}.1`)]
      : [sampleOf(scalar)]
  }
  const value = valueOf(member, path, planter, target)
  return value === undefined ? [] : [{...Object(value), _key: 'k0'}]
}

function referenceTo(type: SchemaType, target: Target): unknown {
  const to = 'to' in type && Array.isArray(type.to) ? type.to : []
  const [_ref] = to.flatMap(({name}: SchemaType) => target(name) ?? [])
  return _ref === undefined ? undefined : {_type: 'reference', _ref}
}

/** Language of every planted translation. */
export const plantedLanguage = 'es'

function sampleOf(scalar: ScalarName): unknown {
  return fc.sample(goodValue(scalar), {numRuns: 1, seed: 1})[0]
}

/** Tuesdays. */
export const recurrence = {
  _type: 'recurrence',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TU'],
  time: '15:00',
  timeZone: 'Europe/Madrid',
  startDate: '2024-01-02',
}

function isScalar(name: string): name is ScalarName {
  return Object.hasOwn(scalars, name)
}

function isObject(type: SchemaType): type is ObjectSchemaType {
  return type.jsonType === 'object'
}
