import type {SchemaType} from '@sanity/types'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'

import * as scalars from '../../schemas/scalars.ts'
import {codePrefix} from '../../schemas/index.ts'
import {documentTypeNames, type ScalarName} from '../../schemas/registry/index.ts'
import {compiledSchema, datasetValidator} from '../support/datasetValidator.ts'
import {goodValue} from '../support/scalarSamples.ts'

const validate = datasetValidator([])

async function errorsAt(type: string, field: string, value: unknown) {
  const document = {_id: 'one', _type: type, [field]: value}
  const {markers} = await validate(document)
  return (
    markers
      // A rule can refuse a value that has the right format, such as a color without contrast.
      .filter(({code}) => !code.startsWith(codePrefix))
      .filter(({level, path}) => level === 'error' && path.length === 1 && path[0] === field)
      .map(({message}) => `${JSON.stringify(value)}: ${message}`)
  )
}

/** Every document field with a scalar type. */
const fields = documentTypeNames.flatMap((name) => {
  const type: SchemaType | undefined = compiledSchema.get(name)
  if (type?.jsonType !== 'object') return []
  return type.fields.flatMap((field): [string, string, ScalarName][] =>
    isScalar(field.type.name) ? [[name, field.name, field.type.name]] : [],
  )
})

describe('the Studio accepts every value that a format accepts', () => {
  // Sanity has its own rule for some types. One of them once rejected webcal:// feeds.
  test.each(fields)('in the field %s.%s', async (type, field, scalar) => {
    const values = new Set(fc.sample(goodValue(scalar), 30))
    const errors = await Promise.all([...values].map((value) => errorsAt(type, field, value)))
    expect(errors.flat()).toEqual([])
  })

  test('an invalid value fails, so that the check is known to work', async () => {
    expect(await errorsAt('calendar', 'feedUrl', 'ftp://example.org/a.ics')).not.toEqual([])
  })
})

function isScalar(name: string): name is ScalarName {
  return Object.hasOwn(scalars, name)
}
