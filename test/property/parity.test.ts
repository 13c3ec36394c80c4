import * as fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import type * as z from 'zod/mini'

import {readDocument} from '../../loaders/results/readDocument.ts'
import {documentReads} from '../../loaders/documentReads.ts'
import {projection} from '../../loaders/views/index.ts'
import {documentTypeNames, type DocumentTypeName} from '../../schemas/registry/index.ts'
import {arbitraryDocument} from '../support/arbitraryDocument.ts'
import {datasetValidator} from '../support/datasetValidator.ts'
import {readContent, storedDocument} from '../support/readContent.ts'

// Nightly: TOUCHPOINTS_PARITY=10000. No shrinking: each try costs two validations, and a document is
// readable as it is.
const documents = Number(process.env.TOUCHPOINTS_PARITY ?? 500)
// A bound against hanging: a document takes some 30 ms, and ten times that on two busy cores.
const timeout = 60_000 + 300 * documents
const runs = Math.ceil(documents / documentTypeNames.length)

const image = {
  _id: 'image-abc-2x2-png',
  _type: 'sanity.imageAsset',
  url: 'http://127.0.0.1/images/abc-2x2.png',
}
const dataset = [
  ...readContent().map((document) => ({_updatedAt: '2026-01-01T00:00:00Z', ...document})),
  image,
]
/** Two of each type, for references to point at. */
const targets = (type: string) =>
  dataset
    .filter(({_type}) => _type === type)
    .map(({_id}) => _id)
    .slice(0, 2)
const validate = datasetValidator(dataset)

async function studioErrors(document: object): Promise<string[]> {
  const {status, markers} = await validate(storedDocument(document))
  if (status === 'notEvaluated') throw new Error('A rule could not run, which proves nothing.')
  return markers
    .filter(({level}) => level === 'error')
    .map(({path, message}) => `${JSON.stringify(path)} ${message}`)
}

async function loaderProblems(type: DocumentTypeName, document: object): Promise<string[]> {
  const view: z.ZodMiniType = documentReads[type].view
  const query = parse(`*[_id == "generated"]${projection(view)}`)
  const answer = await evaluate(query, {dataset: [...dataset, document]})
  const [item]: unknown[] = await answer.get()
  return readDocument(view, item).problems.map(({message}) => message)
}

describe('what the Studio lets be published, the loader takes', () => {
  test.each(documentTypeNames)(
    '%s',
    async (type) => {
      let passed = 0
      await fc.assert(
        fc.asyncProperty(arbitraryDocument(type, targets), async (document) => {
          if ((await studioErrors(document)).length > 0) return
          passed += 1
          expect(await loaderProblems(type, document)).toEqual([])
        }),
        {numRuns: runs, endOnFailure: true},
      )
      expect(
        passed,
        'too few generated documents pass the Studio to prove anything',
      ).toBeGreaterThan(runs / 10)
    },
    timeout,
  )
})

describe('what the loader refuses, the Studio names to the editor', () => {
  test.each(documentTypeNames)(
    '%s',
    async (type) => {
      let refused = 0
      await fc.assert(
        fc.asyncProperty(arbitraryDocument(type, targets), async (document) => {
          if ((await loaderProblems(type, document)).length === 0) return
          refused += 1
          expect(await studioErrors(document)).not.toEqual([])
        }),
        {numRuns: runs, endOnFailure: true},
      )
      expect(refused, 'too few generated documents are refused to prove anything').toBeGreaterThan(
        runs / 20,
      )
    },
    timeout,
  )
})
