import type {SanityClient} from 'sanity'

import type {Secrets} from './readEditorsEvents.ts'

/**
 * Secrets as Presentation makes them: a document of the dataset that lasts an hour. One serves all who
 * ask in this window.
 */
export function studioSecrets(client: SanityClient): Secrets {
  let known: string | undefined
  let making: Promise<string> | undefined
  return {
    known: () => known,
    renew: () => {
      making ??= make(client)
        .then((secret) => (known = secret))
        .finally(() => {
          making = undefined
        })
      return making
    },
  }
}

async function make(client: SanityClient): Promise<string> {
  // Loaded when it is asked for, which on one machine it never is.
  const {createPreviewSecret} = await import('@sanity/preview-url-secret/create-secret')
  const {secret} = await createPreviewSecret(client, 'touchpoints/calendar', location.origin)
  return secret
}
