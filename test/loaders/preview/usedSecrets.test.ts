import {expect, test} from 'vitest'

import {memoryNonceStore} from '../../../loaders/preview/nonces/memoryNonceStore.ts'
import {usedSecrets} from '../../../loaders/preview/usedSecrets.ts'

const hour = 3_600_000

test('a secret works once, also after the hour that the Studio’s secrets are valid', async () => {
  const clock = {now: 0}
  const now = () => clock.now
  const nonces = memoryNonceStore(now)
  expect(await usedSecrets({nonces, now}).take('s')).toBe(true)
  clock.now = hour + 1
  // A new record over the same store, as after a restart.
  expect(await usedSecrets({nonces, now}).take('s')).toBe(false)
  expect(await usedSecrets({nonces, now}).take('another')).toBe(true)
})

test('only the digest of a secret is stored, which cannot open a preview', async () => {
  const nonces = memoryNonceStore(() => 0)
  await usedSecrets({nonces, now: () => 0}).take('a secret of the Studio')
  expect(JSON.stringify(await nonces.list())).not.toContain('secret of')
})
