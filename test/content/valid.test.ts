import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'

import {documentTypeNames, isDocumentTypeName} from '../../schemas/registry/index.ts'
import {datasetValidator, unknownFields} from '../support/datasetValidator.ts'
import {readContent, type StoredDocument} from '../support/readContent.ts'

const names = readdirSync(new URL('../../content/', import.meta.url), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)

const contents = names.map((name) => {
  const documents = readContent(name)
  return {name, documents, validate: datasetValidator(documents)}
})

type Validate = ReturnType<typeof datasetValidator>

async function errorsOf(document: StoredDocument, validate: Validate) {
  const {status, markers} = await validate(document)
  expect(status, 'a rule that did not run proves nothing').not.toBe('notEvaluated')
  return markers
    .filter((marker) => marker.level === 'error')
    .map((marker) => `${document._id} ${JSON.stringify(marker.path)}: ${marker.message}`)
}

test('the samples are a real community and one that is made up', () => {
  expect(names.toSorted()).toEqual(['lantern', 'todo'])
})

describe.each(contents)('the sample content $name', ({documents, validate}) => {
  test('has document types of the schema only', () => {
    const types = new Set(documents.map((document) => document._type))
    expect([...types].filter((name) => !isDocumentTypeName(name))).toEqual([])
  })

  test('has unique ids, because a second document would silently replace the first', () => {
    const ids = documents.map((document) => document._id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('has ids without dots, because ids with dots are private on the hosted service', () => {
    expect(documents.filter((document) => document._id.includes('.'))).toEqual([])
  })

  test('passes the rules that block publishing', async () => {
    const errors = await Promise.all(documents.map((each) => errorsOf(each, validate)))
    expect(errors.flat()).toEqual([])
  })

  test('has only fields of the schema, because an editor cannot see other fields', async () => {
    expect((await Promise.all(documents.map(unknownFields))).flat()).toEqual([])
    const strange = {_id: 'strange', _type: 'guest', nickname: 'x'}
    expect(await unknownFields(strange)).toHaveLength(1)
  })

  test('fails with a dangling reference, which proves the check', async () => {
    const touchpoint = documents.find((document) => document._type === 'touchpoint')
    if (!touchpoint) throw new Error('The sample content has no touchpoint.')
    const broken = {...touchpoint, series: {_type: 'reference', _ref: 'series-nowhere'}}
    expect(await errorsOf(broken, validate)).toHaveLength(1)
  })
})

describe('the sample content todo', () => {
  const documents = readContent('todo')

  test('has every document type, so that each list has something to show', () => {
    const types = new Set(documents.map((document) => document._type))
    expect(documentTypeNames.filter((name) => !types.has(name))).toEqual([])
  })

  test('stores the time zone of each session: Madrid in 2024, London since then', () => {
    const zones = documents
      .filter((document) => document._id.startsWith('touchpoint-20'))
      .map(({_id, schedule}) => [_id.slice(11, 15), JSON.parse(JSON.stringify(schedule)).timeZone])
    expect(new Set(zones.map(String))).toEqual(
      new Set(['2024,Europe/Madrid', '2025,Europe/London', '2026,Europe/London']),
    )
  })
})
