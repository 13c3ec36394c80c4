import {createLake} from '@touchpoints/lake'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {orderFields} from '../../../cli/save/orderFields.ts'
import {planSave} from '../../../cli/save/planSave.ts'
import {savedDocument} from '../../../cli/save/savedDocument.ts'
import {compiledSchema} from '../../support/datasetValidator.ts'

const name = fc.stringMatching(/^[a-z][a-zA-Z\d]{0,8}$/)
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant('\u2028\n"\\'))
const fields = fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, leaf), fc.array(leaf)), {
  maxKeys: 6,
})
const type = fc.constantFrom('guest', 'organization', 'workingGroup', 'venue', 'a type?')
const documents = fc.uniqueArray(fc.tuple(name, type, fields), {
  selector: ([id]) => id,
  maxLength: 8,
})

function openMemory() {
  return createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
}

function contentOf(lake: ReturnType<typeof openMemory>) {
  return lake.documents().map(({_rev, _createdAt, _updatedAt, ...content}) => content)
}

test('any documents come back from their files, and save again as the same text', () => {
  fc.assert(
    fc.property(documents, (generated) => {
      const first = openMemory()
      const lines = generated.map(([_id, _type, own]) => JSON.stringify({...own, _id, _type}))
      first.import([{file: 'generated', text: lines.join('\n')}])
      const save = (lake: typeof first) => {
        const saved = lake
          .documents()
          .map((document) => savedDocument(document, new Map()))
          .map((each) => Object(orderFields(each, undefined, (of) => compiledSchema.get(of))))
        return planSave({documents: saved, files: [], wasDeleted: () => false}).texts
      }
      const texts = save(first)
      const second = openMemory()
      second.import([...texts].map(([file, text]) => ({file, text: text ?? ''})))
      expect(contentOf(second)).toEqual(contentOf(first))
      expect(save(second)).toEqual(texts)
      first.close()
      second.close()
    }),
    {numRuns: 40},
  )
})
