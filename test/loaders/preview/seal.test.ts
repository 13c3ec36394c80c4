import {describe, expect, test} from 'vitest'

import {seal, unseal} from '../../../loaders/preview/seal.ts'

describe('a seal', () => {
  test('returns the sealed data, also with letters outside ASCII', async () => {
    const sealed = await seal('key', 'share', {title: 'Große Runde 会議'})
    expect(sealed).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(await unseal('key', 'share', sealed)).toEqual({title: 'Große Runde 会議'})
  })

  test('is invalid for another key, for another purpose and after any change', async () => {
    const sealed = await seal('key', 'share', {until: 1})
    const [body = '', signature = ''] = sealed.split('.')
    const forged = btoa('{"until":9}').replaceAll('=', '')
    expect(await unseal('other key', 'share', sealed)).toBeUndefined()
    expect(await unseal('key', 'preview-session', sealed)).toBeUndefined()
    for (const text of [
      `${forged}.${signature}`,
      `${body}.`,
      body,
      `${sealed}.x`,
      '',
      '.',
      '%.%',
    ]) {
      expect(await unseal('key', 'share', text)).toBeUndefined()
    }
  })
})
