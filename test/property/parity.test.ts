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

// Nightly: TOUCHPOINTS_PARITY=10000. Shrinking is off, because each attempt costs two validations and
// the documents are readable without it.
const documents = Number(process.env.TOUCHPOINTS_PARITY ?? 500)
// Only stops a hang: a document takes about 30 ms, and ten times that on two busy cores.
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
/** Two documents of each type, as targets of references. */
const targets = (type: string) =>
  dataset
    .filter(({_type}) => _type === type)
    .map(({_id}) => _id)
    .slice(0, 2)
const validate = datasetValidator(dataset)

async function studioErrors(document: object): Promise<string[]> {
  const {status, markers} = await validate(storedDocument(document))
  if (status === 'notEvaluated')
    throw new Error('A rule could not run, so the test proves nothing.')
  return markers
    .filter(({level}) => level === 'error')
    .map(({path, message}) => `${JSON.stringify(path)} ${message}`)
}

/** Returns the problems in the default language, and in one that some documents have translations in. */
async function loaderProblems(type: DocumentTypeName, document: object): Promise<string[]> {
  const view: z.ZodMiniType = documentReads[type].view
  const inLanguage = async (language: string | undefined) => {
    const query = parse(`*[_id == "generated"]${projection(view, {language})}`)
    const result = await evaluate(query, {dataset: [...dataset, document]})
    const [item]: unknown[] = await result.get()
    return readDocument(view, item).problems.map(({message}) => message)
  }
  return [...(await inLanguage(undefined)), ...(await inLanguage('ar'))]
}

describe('the loader accepts every document that the Studio lets editors publish', () => {
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

describe('the Studio reports every document that the loader rejects', () => {
  test.each(documentTypeNames)(
    '%s',
    async (type) => {
      let rejected = 0
      await fc.assert(
        fc.asyncProperty(arbitraryDocument(type, targets), async (document) => {
          if ((await loaderProblems(type, document)).length === 0) return
          rejected += 1
          expect(await studioErrors(document)).not.toEqual([])
        }),
        {numRuns: runs, endOnFailure: true},
      )
      expect(
        rejected,
        'too few generated documents are rejected to prove anything',
      ).toBeGreaterThan(runs / 20)
    },
    timeout,
  )
})
