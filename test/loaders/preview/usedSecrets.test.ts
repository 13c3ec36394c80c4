import {expect, test} from 'vitest'

import {memoryNonceStore} from '../../../loaders/preview/nonces/memoryNonceStore.ts'
import {usedSecrets} from '../../../loaders/preview/usedSecrets.ts'

const hour = 3_600_000

test('a secret is taken once, for longer than the hour that the Studio’s secrets are good for', async () => {
  const clock = {now: 0}
  const now = () => clock.now
  const nonces = memoryNonceStore(now)
  expect(await usedSecrets({nonces, now}).take('s')).toBe(true)
  clock.now = hour + 1
  // As after a restart: another one over the same ledger.
  expect(await usedSecrets({nonces, now}).take('s')).toBe(false)
  expect(await usedSecrets({nonces, now}).take('another')).toBe(true)
})

test('what is kept of a secret opens nothing: it is a digest', async () => {
  const nonces = memoryNonceStore(() => 0)
  await usedSecrets({nonces, now: () => 0}).take('a secret of the Studio')
  expect(JSON.stringify(await nonces.list())).not.toContain('secret of')
})
