import fc from 'fast-check'
import {expect, test} from 'vitest'
import * as z from 'zod/mini'

import {secretPlaces} from '../../../loaders/audience/secretPlaces.ts'
import {withheldLink} from '../../../loaders/audience/withheldLinks.ts'
import {withhold} from '../../../loaders/audience/withhold.ts'
import {documentReads} from '../../../loaders/documentReads.ts'
import {seriesWithNextView} from '../../../loaders/queries/seriesWithNext.ts'
import {guestView} from '../../../loaders/views/guest.ts'
import {isType} from '../../../loaders/views/isType.ts'

const room = 'https://zoom.us/j/123456789'
const secretFeed =
  'https://calendar.google.com/calendar/ical/a%40example.org/private-0123456789abcdef0123456789abcdef/basic.ics'
const views = [...Object.values(documentReads).map(({view}) => view), seriesWithNextView]

/** Returns values with the properties of what a view returns. What their texts are, `withhold` does not ask. */
function arbitrary(view: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (isType(view, 'nullable')) {
    return fc.option(arbitrary(view._zod.def.innerType), {nil: null, freq: 4})
  }
  if (isType(view, 'optional')) return arbitrary(view._zod.def.innerType)
  if (isType(view, 'pipe')) return arbitrary(view._zod.def.in)
  if (isType(view, 'array')) return fc.array(arbitrary(view._zod.def.element), {maxLength: 2})
  if (isType(view, 'object')) {
    const {shape} = view._zod.def
    return fc.record(
      Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, arbitrary(each)])),
    )
  }
  if (isType(view, 'enum')) return fc.constantFrom(...Object.values(view._zod.def.entries))
  if (isType(view, 'literal')) return fc.constantFrom(...view._zod.def.values)
  if (isType(view, 'boolean')) return fc.boolean()
  if (isType(view, 'number')) return fc.nat()
  return fc.constantFrom(room, secretFeed, 'Spring meeting', 'Passcode: 123456')
}

function linksIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return [withheldLink(value), ...Object.values(value).flatMap(linksIn)]
}

test('nothing is left that a search in every property finds', () => {
  for (const view of views) {
    fc.assert(
      fc.property(arbitrary(view), (value) => {
        const [everywhere, own] = [structuredClone(value), structuredClone(value)]
        withhold(everywhere)
        withhold(own, secretPlaces(view))
        expect(own).toEqual(everywhere)
        expect(linksIn(own)).toEqual(linksIn(everywhere))
      }),
      {numRuns: 100, seed: 7},
    )
  }
})

test('a text remains a text in every view, or its transform could return a document', () => {
  const samples = ['https://example.org/a.ics', '/about/', '2024-03-28T13:00:00Z']
  const transforms = views.flatMap((view) => transformsIn(view))
  const read = transforms.map((each) =>
    samples.flatMap((sample) => {
      const {success, data} = z.safeParse(each, sample)
      return success ? [typeof data] : []
    }),
  )
  expect(new Set(read.map(String))).toEqual(new Set(['string', 'string,string']))
})

function transformsIn(view: z.core.$ZodType): z.core.$ZodType[] {
  if (isType(view, 'pipe')) return isType(view._zod.def.in, 'string') ? [view] : []
  if (isType(view, 'nullable') || isType(view, 'optional'))
    return transformsIn(view._zod.def.innerType)
  if (isType(view, 'array')) return transformsIn(view._zod.def.element)
  if (!isType(view, 'object')) return []
  return Object.values(view._zod.def.shape).flatMap(transformsIn)
}

test('guests are not searched, or nothing would be faster', () => {
  expect(secretPlaces(guestView)).toEqual({})
})

const document = {audience: 'members', links: {join: room}}
const withoutRoom = {audience: 'members', links: {join: null}}
const session = z.object({audience: z.string(), links: z.object({join: z.nullable(z.string())})})
const node = z.object({
  audience: z.string(),
  links: z.object({join: z.nullable(z.string())}),
  get next() {
    return z.nullable(node)
  },
})

test.each([
  ['an object', z.object({a: session})],
  ['a list', z.object({a: z.array(session)})],
  ['another property', z.looseObject({})],
  ['a property that a view does not describe', z.object({a: z.unknown()})],
  ['a union', z.object({a: z.union([z.string(), session])})],
  ['a record', z.record(z.string(), session)],
  ['a check', z.object({}).check(z.refine(() => true))],
  [
    'a transform',
    z.pipe(
      session,
      z.transform((a) => ({a})),
    ),
  ],
  ['a view that contains itself', z.object({a: node})],
  ['a default', z.object({a: z._default(session, structuredClone(document))})],
])('a document within %s is found', (_, view) => {
  const value = structuredClone({a: document})
  withhold(value, secretPlaces(view))
  expect(value).toEqual({a: withoutRoom})
})
