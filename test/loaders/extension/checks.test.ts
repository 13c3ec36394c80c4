import {describe, expect, test} from 'vitest'
import * as classic from 'zod'
import * as mini from 'zod/mini'

import {documentReads} from '../../../loaders/documentReads.ts'
import {createLoader} from '../../../loaders/index.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {ownFields, ownProperties} from '../../../loaders/extension/ownNames.ts'
import {
  defineExtension,
  type ExtensionRule,
  field,
  isExtension,
} from '../../../loaders/extension/index.ts'
import {documentDefinitions} from '../../../schemas/schemaTypes.ts'

const levelField = {name: 'level', type: 'string'} as const
const venueView = classic.object({
  _id: classic.string(),
  _type: classic.literal('venue'),
  name: classic.string(),
})
const venueType = {
  name: 'venue',
  type: 'document',
  fields: [{name: 'name', type: 'string'}],
} as const

/** Returns the error of an extension that adds `level` to touchpoints with this view. */
function errorOf(define: () => unknown): unknown {
  try {
    define()
  } catch (error) {
    return error
  }
  return undefined
}

const levelWith = (view: classic.core.$ZodObject) => () =>
  defineExtension({fields: {touchpoint: {fields: [levelField], view}}})

const rule = (code: string): ExtensionRule => ({code, check: () => []})

const venueWithRules = (rules: ExtensionRule[]) => () =>
  defineExtension({
    documents: {
      venue: {type: {...venueType, fields: [...venueType.fields]}, view: venueView, rules},
    },
  })

describe('defineExtension', () => {
  test.each([
    ['nullable', classic.string().nullable()],
    ['nullish', classic.string().nullish()],
    ['nullish in zod/mini', mini.nullish(mini.string())],
    [
      'optional around a union with null',
      classic.union([classic.string(), classic.null()]).optional(),
    ],
    ['optional unknown', classic.unknown().optional()],
    ['a value to fall back to', classic.string().optional().catch('beginner')],
    [
      'transformed',
      classic
        .string()
        .nullable()
        .transform((text) => text ?? 'beginner'),
    ],
    ['required', classic.enum(['beginner', 'advanced'])],
  ])('accepts a property that is %s', (_, level) => {
    expect(errorOf(levelWith(classic.object({level})))).toBeUndefined()
  })

  test.each([
    [
      'optional',
      classic.string().optional(),
      'is optional, but the value of an absent field is null',
    ],
    ['optional in zod/mini', mini.optional(mini.string()), 'is optional'],
    ['a default', classic.string().default('beginner'), 'has a default, which never applies'],
    ['a default within nullable', classic.string().default('beginner').nullable(), 'has a default'],
    ['a prefault', classic.string().prefault('beginner'), 'has a default'],
  ])('refuses a property with %s, because absent is null in GROQ', (_, level, message) => {
    expect(errorOf(levelWith(classic.object({level})))).toMatchObject({
      code: 'configuration',
      option: 'fields.touchpoint.view.level',
      message: expect.stringContaining(message),
    })
  })

  test('looks into objects and lists, and not into what is returned as stored', () => {
    const optional = classic.object({en: classic.string().optional()})
    expect(errorOf(levelWith(classic.object({level: optional})))).toMatchObject({
      option: 'fields.touchpoint.view.level.en',
    })
    expect(errorOf(levelWith(classic.object({level: classic.array(optional)})))).toMatchObject({
      option: 'fields.touchpoint.view.level.en',
    })
    const stored = field({asStored: true}, optional)
    expect(errorOf(levelWith(classic.object({level: stored})))).toBeUndefined()
  })

  test('refuses a view that contains itself, because no query can', () => {
    const person = classic.object({
      name: classic.string(),
      get mentor() {
        return person.nullable()
      },
    })
    expect(errorOf(levelWith(classic.object({level: person})))).toMatchObject({
      message: expect.stringContaining('contains itself'),
    })
  })

  test('names the field that a property likely means', () => {
    expect(errorOf(levelWith(classic.object({levle: classic.string()})))).toMatchObject({
      option: 'fields.touchpoint.view.levle',
      message: expect.stringContaining('Did you mean "level"?'),
    })
  })

  test('accepts a property with a path or a computed value, which needs no field of its name', () => {
    const view = classic.object({
      minutes: field({path: 'schedule.minutes'}, classic.number().nullable()),
      hasLevel: field({computed: 'defined(level)'}, classic.boolean()),
    })
    expect(errorOf(levelWith(view))).toBeUndefined()
  })

  test('names the document type that is likely meant', () => {
    const view = classic.object({level: classic.string().nullable()})
    const fields = Object.fromEntries([['touchpiont', {fields: [levelField], view}]])
    expect(errorOf(() => defineExtension({fields}))).toMatchObject({
      message: expect.stringContaining('Did you mean "touchpoint"?'),
    })
  })

  test('refuses a misspelled part, which would silently do nothing', () => {
    const view = classic.object({level: classic.string().nullable()})
    const added = {fields: [levelField], view, publich: () => ({})}
    expect(errorOf(() => defineExtension({fields: {touchpoint: added}}))).toMatchObject({
      option: 'fields.touchpoint.publich',
      message: expect.stringContaining('Did you mean "publish"?'),
    })
  })

  test('refuses to publish what is in no event, which would silently do nothing', () => {
    const added = {
      fields: [levelField],
      view: classic.object({level: classic.string().nullable()}),
      publish: () => ({extra: {level: 'beginner'}}),
    }
    for (const type of ['guest', 'organization', 'calendar', 'recording']) {
      const fields = Object.fromEntries([[type, added]])
      expect(errorOf(() => defineExtension({fields}))).toMatchObject({
        option: `fields.${type}.publish`,
        message: expect.stringContaining('Use it for touchpoint, series, workingGroup'),
      })
    }
    const fields = {touchpoint: added, series: added, workingGroup: added}
    expect(errorOf(() => defineExtension({fields}))).toBeUndefined()
  })

  test('refuses a document type with a name of the package, or with two names', () => {
    const type = {
      name: 'venue',
      type: 'document' as const,
      fields: [{name: 'name', type: 'string'}],
    }
    const guest = {type: {...type, name: 'guest'}, view: venueView}
    expect(errorOf(() => defineExtension({documents: {guest}}))).toMatchObject({
      message: expect.stringContaining('There already is a document type "guest"'),
    })
    const place = {type, view: venueView}
    expect(errorOf(() => defineExtension({documents: {place}}))).toMatchObject({
      message: expect.stringContaining('has the name "venue" in its definition'),
    })
  })

  test('refuses a view that reads another type than it belongs to', () => {
    const type = {name: 'room', type: 'document' as const, fields: [{name: 'name', type: 'string'}]}
    expect(
      errorOf(() => defineExtension({documents: {room: {type, view: venueView}}})),
    ).toMatchObject({message: expect.stringContaining("z.literal('room')")})
  })

  test('says how to move on from a schema of zod 3, which a project without types can pass', () => {
    const zod3 = {_def: {typeName: 'ZodObject'}, parse: () => undefined}
    const touchpoint = Object.assign({fields: [levelField], view: venueView}, {view: zod3})
    const extension: object = {fields: {touchpoint}}
    expect(isExtension(extension)).toBe(true)
    expect(errorOf(() => isExtension(extension) && defineExtension(extension))).toMatchObject({
      message: expect.stringContaining('zod/v4'),
    })
  })

  test.each([
    ['Venue-Capacity', 'has a code in another form'],
    ['venue_capacity', 'has a code in another form'],
    ['', 'has a code in another form'],
    ['night-hours', 'has the code of a rule of the package'],
  ])('refuses the code "%s" of a rule', (code, message) => {
    expect(errorOf(venueWithRules([rule(code)]))).toMatchObject({
      message: expect.stringContaining(message),
    })
  })

  test('refuses one code of two rules, and accepts one rule for two types', () => {
    const shared = rule('no-tabs')
    expect(errorOf(venueWithRules([shared, rule('no-tabs')]))).toMatchObject({
      message: expect.stringContaining('another rule of the extension'),
    })
    expect(errorOf(venueWithRules([shared, shared]))).toMatchObject({
      message: expect.stringContaining('another rule of the extension'),
    })
    const view = classic.object({level: classic.string().nullable()})
    const type = {...venueType, fields: [...venueType.fields]}
    expect(
      errorOf(() =>
        defineExtension({
          fields: {touchpoint: {fields: [levelField], view, rules: [shared]}},
          documents: {venue: {type, view: venueView, rules: [shared]}},
        }),
      ),
    ).toBeUndefined()
  })

  test.each([
    ['a reference', 'hosts->links.join'],
    ['a reference in an object', 'venue.owner->name'],
    ['a condition', 'venues[name == "Library"].name'],
    ['two places', 'level,venue'],
    ['the end of the property', 'level, "x": venue->name'],
    ['a function', 'string(level)'],
    ['the document around', '^.links'],
    ['nothing', ''],
  ])('refuses a path with %s, because only a followed view is protected', (_, path) => {
    const property = field({path}, classic.string().nullable())
    const nested = field({follow: true}, classic.object({x: property}).nullable())
    const list = field({follow: true}, classic.array(classic.object({x: property})))
    for (const level of [property, nested, list]) {
      expect(errorOf(levelWith(classic.object({level})))).toMatchObject({
        code: 'configuration',
        option: expect.stringMatching(/^fields\.touchpoint\.view\.level/),
      })
    }
    expect(errorOf(levelWith(classic.object({level: nested})))).toMatchObject({
      message: expect.stringContaining('use follow: true with a view of it'),
    })
  })

  test('refuses the name of a property that is GROQ, which has the effect of a path', () => {
    const owner = classic.object({'venue->name': classic.string().nullable()}).nullable()
    expect(errorOf(levelWith(classic.object({level: owner})))).toMatchObject({
      option: 'fields.touchpoint.view.level.venue->name',
    })
  })

  test('accepts dotted paths with indexes, from fields of the package too', () => {
    const view = classic.object({
      city: field({path: 'level.city'}, classic.string().nullable()),
      host: field({path: 'agenda[0].title'}, classic.string().nullable()),
      calendar: field({path: 'series._ref'}, classic.string().nullable()),
    })
    expect(errorOf(levelWith(view))).toBeUndefined()
  })

  test('names the field that a path likely begins with', () => {
    const property = field({path: 'schedul.minutes'}, classic.number().nullable())
    expect(errorOf(levelWith(classic.object({minutes: property})))).toMatchObject({
      option: 'fields.touchpoint.view.minutes',
      message: expect.stringContaining('Did you mean "schedule"?'),
    })
    const named = venueView.extend({label: field({path: 'nam'}, classic.string().nullable())})
    const type = {...venueType, fields: [...venueType.fields]}
    expect(errorOf(() => defineExtension({documents: {venue: {type, view: named}}}))).toMatchObject(
      {message: expect.stringContaining('Did you mean "name"?')},
    )
  })

  test('refuses a property that the view of the package has, which it would replace', () => {
    const view = classic.object({title: field({path: 'level'}, classic.string())})
    expect(errorOf(levelWith(view))).toMatchObject({
      code: 'configuration',
      option: 'fields.touchpoint.view.title',
      message: expect.stringContaining('touchpoint already has "title" in its view'),
    })
  })

  test('knows the names of each type, although it loads neither the schema nor the views', () => {
    for (const {name, fields} of documentDefinitions) {
      expect(ownFields(name).toSorted()).toEqual(fields.map((each) => each.name).toSorted())
      const view = Object.keys(documentReads[name].view._zod.def.shape)
      expect(ownProperties(name).toSorted()).toEqual(view.toSorted())
    }
  })

  test('refuses what a program in plain JavaScript can pass, and what never works', () => {
    const view = classic.object({level: classic.string().nullable()})
    const fieldsWith = (added: object) => () => {
      const extension: object = {fields: {touchpoint: {fields: [levelField], view, ...added}}}
      return isExtension(extension) && defineExtension(extension)
    }
    const venueWith =
      (added: object, type: object = {}) =>
      () => {
        const own = {...venueType, fields: [...venueType.fields], ...type}
        const extension: object = {documents: {venue: {type: own, view: venueView, ...added}}}
        return isExtension(extension) && defineExtension(extension)
      }
    expect(errorOf(fieldsWith({publish: 'a'}))).toMatchObject({option: 'fields.touchpoint.publish'})
    expect(errorOf(fieldsWith({rules: [{code: 'a-rule'}]}))).toMatchObject({
      message: expect.stringContaining('no function "check"'),
    })
    expect(errorOf(venueWith({}, {type: 'object'}))).toMatchObject({
      option: 'documents.venue.type.type',
    })
    for (const order of [5, '', 'name,', 'name ascending', 'name // by name', 'lower(name', '"a']) {
      expect(errorOf(venueWith({order}))).toMatchObject({option: 'documents.venue.order'})
    }
    expect(errorOf(venueWith({order: 'name desc, nme asc'}))).toMatchObject({
      message: expect.stringContaining('Did you mean "name"?'),
    })
    for (const order of [
      'name',
      'name asc, _id desc',
      'lower(name) asc',
      'count(name[x == ","])',
    ]) {
      expect(errorOf(venueWith({order}))).toBeUndefined()
    }
  })

  test('refuses a strict object, which would refuse the id of each document', () => {
    const level = classic.strictObject({name: classic.string()}).nullable()
    expect(errorOf(levelWith(classic.object({level})))).toMatchObject({
      option: 'fields.touchpoint.view.level',
      message: expect.stringContaining('is a strict object'),
    })
  })
})

test('createLoader refuses such a path too, in an extension that nothing has checked', () => {
  const level = field({path: 'hosts->links.join'}, classic.string().nullable())
  const view = classic.object({level})
  const extension = {fields: {touchpoint: {fields: [levelField], view}}}
  expect(errorOf(() => createLoader({client: memoryClient([]), extension}))).toMatchObject({
    option: 'extension.fields.touchpoint.view.level',
  })
})

test('isExtension accepts what defineExtension returns, and no other module', () => {
  expect(isExtension(levelWith(classic.object({level: classic.string().nullable()}))())).toBe(true)
  for (const value of [undefined, null, 'fields', {}, [], {fields: []}, {default: {fields: {}}}]) {
    expect(isExtension(value)).toBe(false)
  }
})
