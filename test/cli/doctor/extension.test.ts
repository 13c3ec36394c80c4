import {createLoader} from 'touchpoints'
import {field, type StudioExtension} from 'touchpoints/extend'
import {expect, test} from 'vitest'
import * as z from 'zod'

import {checkExtension} from '../../../cli/doctor/checkExtension.ts'
import {memoryClient} from '../../support/memoryClient.ts'

const file = 'touchpoints.extension.ts'

/** What `touchpoints doctor` says about an extension that defines `level` of a guest like this. */
function diagnose(stored: {type: string; name?: string}, view: z.core.$ZodObject) {
  // Without `defineExtension`, which refuses some of these itself.
  const extension: StudioExtension = {
    fields: {guest: {fields: [{name: 'level', ...stored}], view}},
  }
  return checkExtension(
    async () => ({file, extension}),
    (own) => createLoader({client: memoryClient([]), extension: own}),
  )
}

test('an extension that fits is used, and is one line', async () => {
  const view = z.object({level: z.string().nullable()})
  const {loaded, diagnoses} = await diagnose({type: 'string'}, view)
  expect(loaded).toBeDefined()
  expect(diagnoses).toEqual([
    {about: 'Extension', state: 'ok', message: `${file} adds level to guest.`},
  ])
})

test('a view that differs from its field is a warning, because a site leaves such documents out', async () => {
  const {loaded, diagnoses} = await diagnose(
    {type: 'string'},
    z.object({level: z.number().nullable()}),
  )
  expect(loaded).toBeDefined()
  expect(diagnoses).toMatchObject([
    {state: 'ok'},
    {state: 'warn', message: expect.stringContaining(`${file}: guest.level: `)},
  ])
})

test('an extension that a loader refuses is a diagnosis, and the other checks run without it', async () => {
  const view = z.object({name: z.string().nullable()})
  const {loaded, diagnoses} = await diagnose({type: 'string', name: 'name'}, view)
  expect(loaded).toBeUndefined()
  expect(diagnoses).toMatchObject([{about: 'Extension', state: 'fail'}])
})

test('a view that no query can be made of is a warning with the reason, not a crash', async () => {
  const view = z.object({level: field({computed: '1 +'}, z.number())})
  const {loaded, diagnoses} = await diagnose({type: 'string'}, view)
  expect(loaded).toBeDefined()
  expect(diagnoses).toMatchObject([
    {state: 'ok'},
    {state: 'warn', message: expect.stringContaining('could not be compared with its fields (')},
  ])
})

test('a project without an extension hears nothing of it', async () => {
  const none = await checkExtension(
    async () => undefined,
    () => {},
  )
  expect(none).toEqual({diagnoses: []})
})
