import {describe, expect, test} from 'vitest'

import {disabledByEither, isOnlyInvalid} from '../../../studio/publish/publishReason.ts'

const invalid = 'There are validation errors'
const original = {label: 'Publish', disabled: false, title: ''}
const own = {label: 'Publish with 1 new document', disabled: false, title: 'Also publishes “Ana”'}

describe('Publish with new documents', () => {
  test('is enabled where Sanity only reports errors, because it publishes the missing documents', () => {
    for (const sanity of [original, {...original, disabled: true, title: invalid}]) {
      expect(disabledByEither(sanity, own, invalid)).toEqual(own)
    }
  })

  test('stays disabled without the permission to publish, and says so', () => {
    const refused = {...original, disabled: true, title: 'You are not allowed to publish'}
    expect(disabledByEither(refused, own, invalid)).toEqual({
      label: own.label,
      disabled: true,
      title: refused.title,
    })
  })

  test('is disabled by its own errors, with their reason', () => {
    const failing = {...own, disabled: true, title: invalid}
    expect(disabledByEither(original, failing, invalid)).toEqual(failing)
  })

  test('keeps its own title where Sanity gives no reason, such as during a publish', () => {
    const publishing = {...original, disabled: true, title: null}
    expect(disabledByEither(publishing, own, invalid)).toEqual({...own, disabled: true})
  })
})

test('only the title of validation errors lets Publish show what is missing', () => {
  expect(isOnlyInvalid({disabled: true, title: invalid}, invalid)).toBe(true)
  expect(isOnlyInvalid({disabled: true, title: 'You are not allowed'}, invalid)).toBe(false)
  expect(isOnlyInvalid({disabled: false, title: invalid}, invalid)).toBe(false)
})
