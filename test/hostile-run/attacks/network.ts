import type {FeedServer} from '../feedServer.ts'
import type {Attack} from '../attack.ts'

/** Feed servers that behave badly on the network. */
export function networkAttacks({paths, host}: Pick<FeedServer, 'paths' | 'host'>): Attack[] {
  let request = 0
  return paths.map((path) => ({
    kind: 'feed',
    name: `a server: ${path.slice(1)}`,
    run: async ({product, signal}) => {
      request += 1
      const feed = encodeURIComponent(`http://${host}${path}?${request}`)
      const response = await fetch(`${product.readerUrl}?url=${feed}`, {signal})
      return response.text()
    },
  }))
}
