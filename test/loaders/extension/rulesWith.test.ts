import {describe, expect, test} from 'vitest'
import * as z from 'zod'

import {defineExtension, type ExtensionRule} from '../../../loaders/extension/index.ts'
import {createLoader} from '../../../loaders/index.ts'
import {datasetRules, rulesWith} from '../../../loaders/rules/index.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {venueExtension} from '../../support/venueExtension.ts'
import {now, window} from '../smallCommunity.ts'

const cupboard = {_id: 'cupboard', _type: 'venue', name: 'Cupboard', capacity: 0}
const session = {
  _id: 'first',
  _type: 'touchpoint',
  _updatedAt: now,
  title: 'First',
  slug: {current: 'first'},
  schedule: {start: '2026-03-10T18:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  status: 'cancelled',
  level: 'beginner',
}

describe('rulesWith', () => {
  const rules = rulesWith(venueExtension)

  test('checks the documents of added types beside those of the package', () => {
    expect(rules.types).toEqual([...datasetRules.types, 'venue'])
  })

  test('reports what its own rules and those of the package find, in the order of the documents', () => {
    const findings = rules.check([cupboard, session], {now})
    expect(findings).toContainEqual({
      documentId: 'cupboard',
      documentType: 'venue',
      code: 'venue-capacity',
      level: 'error',
      path: 'capacity',
      message: '0 people fit into it. Enter at least 1.',
    })
    const codes = findings.map(({documentId, code}) => `${documentId} ${code}`)
    expect(codes).toEqual(
      expect.arrayContaining(['first cancelled-without-reason', 'first beginners-have-a-venue']),
    )
    expect(codes[0]).toBe('cupboard venue-capacity')
  })

  test('has the rules of the package alone for an extension without rules', () => {
    const documents = [cupboard, session]
    expect(rulesWith({}).check(documents, {now})).toEqual(datasetRules.check(documents, {now}))
  })

  test('reports a rule that throws, because one unfinished draft must not stop the others', () => {
    const failing = defineExtension({
      documents: {
        venue: {
          type: {name: 'venue', type: 'document', fields: [{name: 'name', type: 'string'}]},
          view: z.object({name: z.string()}),
          rules: [
            {
              code: 'short-name',
              check: () => {
                throw new TypeError('name is undefined')
              },
            },
          ],
        },
      },
    })
    expect(rulesWith(failing).check([cupboard, session], {now})).toMatchObject([
      {
        documentId: 'cupboard',
        code: 'short-name',
        level: 'warning',
        path: '',
        message: expect.stringContaining('TypeError: name is undefined'),
      },
      {documentId: 'first', code: 'cancelled-without-reason'},
    ])
  })

  test.each([
    ['a text', 'abc'],
    ['an object', {level: 'error', path: [], message: 'No.'}],
    ['a list of texts', ['abc']],
    ['nothing in a list', [null]],
    ['another level', [{level: 'fatal', path: [], message: 'No.'}]],
    ['another path', [{level: 'error', path: [true], message: 'No.'}]],
    ['no message', [{level: 'error', path: []}]],
  ])('reports a rule that returns %s, and the others run', (_, result) => {
    const other: ExtensionRule = {
      code: 'no-path',
      // @ts-expect-error The path is missing, which means the document as a whole.
      check: () => [{level: 'info', message: 'Fine.'}],
    }
    const odd = defineExtension({
      documents: {
        venue: {
          type: {name: 'venue', type: 'document', fields: [{name: 'name', type: 'string'}]},
          view: z.object({name: z.string()}),
          // @ts-expect-error A rule returns findings.
          rules: [{code: 'odd-rule', check: () => result}, other],
        },
      },
    })
    expect(rulesWith(odd).check([cupboard, session], {now})).toMatchObject([
      {code: 'odd-rule', level: 'warning', path: '', message: expect.stringContaining('odd-rule')},
      {code: 'no-path', level: 'info', path: '', message: 'Fine.'},
      {documentId: 'first', code: 'cancelled-without-reason'},
    ])
  })

  test('accepts a rule that returns nothing', () => {
    // @ts-expect-error A rule returns findings.
    const silent: ExtensionRule = {code: 'silent-rule', check: () => undefined}
    const type = {
      name: 'venue',
      type: 'document' as const,
      fields: [{name: 'name', type: 'string'}],
    }
    const view = z.object({name: z.string()})
    const extension = defineExtension({documents: {venue: {type, view, rules: [silent]}}})
    expect(rulesWith(extension).check([cupboard], {now})).toEqual([])
  })

  test('is an option of a loader, and its page then reports the findings', async () => {
    const client = memoryClient([cupboard, session])
    const loader = createLoader({client, now, extension: venueExtension, rules})
    const {problems} = await loader.meetingsPage({window})
    expect(problems).toContainEqual(
      expect.objectContaining({kind: 'rule', code: 'venue-capacity', documentType: 'venue'}),
    )
  })
})
