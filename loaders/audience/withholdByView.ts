import {isJoinLink, isSecretFeed, withoutJoinDetails} from '@touchpoints/calendar/links'
import * as z from 'zod/mini'

import type {AddedPlaces} from '../extension/addedPlaces.ts'
import {placeholderOf} from '../preview/placeholders.ts'
import {scalarOf} from '../preview/scalarOf.ts'
import {takes} from '../results/parseView.ts'
import {propertyAt} from '../results/path.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'
import {takesNull} from '../views/takesNull.ts'
import {isForMembers} from './isForMembers.ts'
import {type PublicField, publicFieldOf} from './publicFields.ts'
import {clean, cleanList, isJoinButton, membersOnly, withholdInherited} from './withhold.ts'

/**
 * Removes from a stored value what lets visitors join a meeting for members or read a secret feed, before a view of
 * a project reads it: such a view can rename and transform values, so their names say nothing.
 *
 * The view says what each text is. A text that the view requires is replaced and never null. Changes the value.
 *
 * @returns the value, or what replaces it
 */
export function withholdByView(
  view: z.core.$ZodType,
  value: unknown,
  isWithinMembers = false,
): unknown {
  if (typeof value === 'string') return withoutSecretFeed(view, value)
  if (Array.isArray(value)) return listByView(view, value, isWithinMembers)
  if (typeof value !== 'object' || value === null) return value
  const forMembers = isForMembers(value) || (isWithinMembers && !isSession(value))
  if (!forMembers) withholdInherited(value)
  const schema = schemaWithin(view)
  const shape = isType(schema, 'object') ? schema._zod.def.shape : undefined
  if (!shape && forMembers) clean(value)
  for (const [name, property] of Object.entries(value)) {
    const own = shape?.[name] ?? anything
    Reflect.set(value, name, propertyByView(name, own, property, forMembers))
  }
  return value
}

/** Does the same to the added fields of a document that a view of the package reads. */
export function withholdAdded(value: unknown, places: AddedPlaces, isWithinMembers = false) {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const member of value) withholdAdded(member, places, isWithinMembers)
    return
  }
  const forMembers = isForMembers(value) || (isWithinMembers && !isSession(value))
  for (const [name, view] of places.fields) {
    Reflect.set(value, name, propertyByView(name, view, propertyAt(value, name), forMembers))
  }
  for (const [name, inner] of places.within)
    withholdAdded(propertyAt(value, name), inner, forMembers)
}

/** What no view describes. */
const anything = z.nullable(z.unknown())

/** A session has an audience of its own, wherever it is. */
function isSession(value: object): boolean {
  return propertyAt(value, '_type') === 'touchpoint' && 'series' in value
}

function propertyByView(
  name: string,
  view: z.core.$ZodType,
  value: unknown,
  forMembers: boolean,
): unknown {
  if (!forMembers) return withholdByView(view, value)
  const field = fieldOf(name, view)
  if (typeof value === 'string') return textByView(view, value, field)
  if (isJoinButton(value) && takesNull(view)) return null
  if (!Array.isArray(value)) return withholdByView(view, value, true)
  return listByView(view, value, true, field)
}

function listByView(
  view: z.core.$ZodType,
  list: unknown[],
  forMembers: boolean,
  field: PublicField = 'text',
): unknown[] {
  const schema = schemaWithin(view)
  const element = isType(schema, 'array') ? schema._zod.def.element : anything
  // Portable Text, and texts: a secret can be split over two members.
  const isText = sourceOf(view).asStored || list.every((member) => typeof member === 'string')
  if (forMembers && isText) {
    cleanList(list, isFreeText(element) && field === 'kept' ? 'text' : field)
    return list
  }
  return list
    .filter((member) => !forMembers || !isJoinButton(member))
    .map((member) => withholdByView(element, member, forMembers))
}

/**
 * Returns what happens to a property: the stricter one of what its name and the name of the stored field ask for. A
 * free text is always cleaned, because a project can call it `date` or `code`.
 */
function fieldOf(name: string, view: z.core.$ZodType): PublicField {
  const {path = name} = sourceOf(view)
  if (path.startsWith('_') || path === 'slug.current') return 'kept'
  const stored = path.split(/\W+/).at(-1) ?? name
  const both = [publicFieldOf(name), publicFieldOf(stored)]
  if (both.includes('join')) return 'join'
  const within = schemaWithin(view)
  const element = isType(within, 'array') ? within._zod.def.element : within
  if (!isFreeText(element)) return 'kept'
  if (both.every((field) => field === 'link')) return 'link'
  return takesNull(view) ? 'text' : 'label'
}

/** Scalars of the package that people write texts or links in. */
const textScalars: ReadonlySet<string> = new Set([
  'line',
  'paragraph',
  'href',
  'httpsUrl',
  'feedUrl',
])

/** Formats of zod for times, which have room for nothing else. */
const timeFormats: ReadonlySet<unknown> = new Set(['date', 'time', 'datetime', 'duration'])

function isFreeText(view: z.core.$ZodType): boolean {
  const schema = schemaWithin(view)
  const scalar = scalarOf(schema)
  if (scalar !== undefined) return textScalars.has(scalar)
  const isClosed =
    isType(schema, 'enum') ||
    isType(schema, 'literal') ||
    isType(schema, 'number') ||
    isType(schema, 'boolean') ||
    isType(schema, 'date') ||
    (isType(schema, 'string') && timeFormats.has(Reflect.get(schema._zod.def, 'format')))
  return !isClosed
}

function textByView(view: z.core.$ZodType, text: string, field: PublicField): string | null {
  if (field === 'kept') return text
  if (field === 'join') return hidden(view)
  if (field === 'link') return isJoinLink(text) ? hidden(view) : withoutSecretFeed(view, text)
  const rest = withoutJoinDetails(text)
  if (rest === text) return text
  return rest !== '' && takes(schemaWithin(view), rest) ? rest : hidden(view)
}

function withoutSecretFeed(view: z.core.$ZodType, text: string): string | null {
  return isSecretFeed(text) ? hidden(view) : text
}

/** Returns what replaces a text of which nothing is left: null, or a text that the view takes. */
function hidden(view: z.core.$ZodType): string | null {
  if (takesNull(view)) return null
  if (takes(schemaWithin(view), membersOnly)) return membersOnly
  const schema = schemaWithin(view)
  const position = {property: 'text', now: '1970-01-01T00:00:00Z'}
  const placeholder = placeholderOf(schema, scalarOf(schema), position)
  return typeof placeholder === 'string' ? placeholder : null
}
