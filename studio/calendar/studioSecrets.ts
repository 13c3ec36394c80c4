import type {SanityClient} from 'sanity'

import type {Secrets} from './readEditorsEvents.ts'

/**
 * Creates secrets as documents of the dataset, like Sanity's Presentation tool. A secret lasts an hour,
 * and all requests of this window share it.
 */
export function studioSecrets(client: SanityClient): Secrets {
  let current: string | undefined
  let pending: Promise<string> | undefined
  return {
    current: () => current,
    renew: () => {
      pending ??= createSecret(client)
        .then((secret) => (current = secret))
        .finally(() => {
          pending = undefined
        })
      return pending
    },
  }
}

async function createSecret(client: SanityClient): Promise<string> {
  // Loaded on demand, because a local Content Lake never needs it.
  const {createPreviewSecret} = await import('@sanity/preview-url-secret/create-secret')
  const {secret} = await createPreviewSecret(client, 'touchpoints/calendar', location.origin)
  return secret
}
