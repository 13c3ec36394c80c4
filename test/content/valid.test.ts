import {describe, expect, test} from 'vitest'

import {documentTypeNames, isDocumentTypeName} from '../../schemas/registry/index.ts'
import {datasetValidator, unknownFields} from '../support/datasetValidator.ts'
import {readContent, type StoredDocument} from '../support/readContent.ts'

const documents = readContent()
const validate = datasetValidator(documents)

async function errorsOf(document: StoredDocument) {
  const {status, markers} = await validate(document)
  expect(status, 'a rule that could not run proves nothing').not.toBe('notEvaluated')
  return markers
    .filter((marker) => marker.level === 'error')
    .map((marker) => `${document._id} ${JSON.stringify(marker.path)}: ${marker.message}`)
}

describe('the sample content', () => {
  test('holds every kind of document, so that each list has something to show', () => {
    const types = new Set(documents.map((document) => document._type))
    expect(documentTypeNames.filter((name) => !types.has(name))).toEqual([])
    expect([...types].filter((name) => !isDocumentTypeName(name))).toEqual([])
  })

  test('names no document twice: the later one would replace the earlier in silence', () => {
    const ids = documents.map((document) => document._id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('uses ids without dots: those are private on the hosted service', () => {
    expect(documents.filter((document) => document._id.includes('.'))).toEqual([])
  })

  test('passes the rules an editor must pass to publish', async () => {
    const errors = await Promise.all(documents.map(errorsOf))
    expect(errors.flat()).toEqual([])
  })

  test('has no field that the schema lacks: an editor would never see it', async () => {
    expect((await Promise.all(documents.map(unknownFields))).flat()).toEqual([])
    const strange = {_id: 'strange', _type: 'guest', nickname: 'x'}
    expect(await unknownFields(strange)).toHaveLength(1)
  })

  test('would not pass with a dangling reference, so the check can fail', async () => {
    const touchpoint = documents.find((document) => document._type === 'touchpoint')
    if (!touchpoint) throw new Error('The sample content holds no touchpoint.')
    const broken = {...touchpoint, series: {_type: 'reference', _ref: 'series-nowhere'}}
    expect(await errorsOf(broken)).toHaveLength(1)
  })

  test('says of each instant the wall clock it means, Madrid for 2024 and London since', () => {
    const zones = documents
      .filter((document) => document._id.startsWith('touchpoint-20'))
      .map(({_id, schedule}) => [_id.slice(11, 15), JSON.parse(JSON.stringify(schedule)).timeZone])
    expect(new Set(zones.map(String))).toEqual(
      new Set(['2024,Europe/Madrid', '2025,Europe/London', '2026,Europe/London']),
    )
  })
})
