import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {SanityClient} from '@sanity/client'

import {chunksOf, existingIds} from './existingIds.ts'

/**
 * Remembers which assets the Content Lake has before an upload.
 *
 * @param assets - such as `image#file:///…`
 */
export async function uploadedAssets(assets: readonly string[], client: SanityClient) {
  const hashes: string[] = []
  for (const asset of new Set(assets.map((each) => each.slice(each.indexOf('#') + 1)))) {
    hashes.push(await sha1(new URL(asset)))
  }
  const stored = () => existingIds(client, '*[sha1hash in $values]._id', hashes)
  const before = await stored()
  return {
    /** Deletes the assets that were uploaded since. */
    removeNew: async (): Promise<undefined> => {
      const added = [...(await stored())].filter((id) => !before.has(id))
      for (const ids of chunksOf(added)) {
        await ids.reduce((transaction, id) => transaction.delete(id), client.transaction()).commit()
      }
    },
  }
}

async function sha1(file: URL): Promise<string> {
  const hash = createHash('sha1')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
