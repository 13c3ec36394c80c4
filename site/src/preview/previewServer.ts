import {randomUUID} from 'node:crypto'

import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'

import {createPreviewHandler} from '../../../loaders/adapters/http/index.ts'
import {liveChanges, memoryShares, shareLinks, usedSecrets} from '../../../loaders/preview/index.ts'
import {environment} from '../loader.ts'

/**
 * What previews need on the server. The token stays in this file and the loader; a browser gets a
 * signed cookie and pages.
 */
const {projectId, dataset, apiHost} = environment

/**
 * An embedded lake without tokens lets everyone on the machine read drafts and takes any token for
 * that; the hosted one needs a real token, and without one there is no preview.
 */
export const previewToken = environment.token ?? (isLocal(apiHost) ? 'local' : undefined)

/** Signs sessions and links. Without a token of its own the site makes one that ends with it. */
export const previewKey = environment.previewKey ?? environment.token ?? randomUUID()

/** The clock of sessions and links: theirs is the real time, even on a page as of another day. */
export const clock = () => Date.now()

export const shares = shareLinks({key: previewKey, store: memoryShares(), now: clock})

const client = createClient({
  projectId,
  dataset,
  apiVersion: '2025-02-19',
  useCdn: false,
  ...(previewToken && {token: previewToken}),
  ...(apiHost && {apiHost, useProjectHostname: false}),
})

export const previewHandler = createPreviewHandler({
  validate: async (url) => (previewToken ? validatePreviewUrl(client, url) : {isValid: false}),
  usedSecrets: usedSecrets(clock),
  shares,
  key: previewKey,
  now: clock,
  onError: (error) => process.stderr.write(`The preview failed: ${String(error)}\n`),
})

export const publishedChanges = liveChanges(client.live)
export const draftChanges = liveChanges(client.live, {includeDrafts: true})

function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(host).hostname)
}
