import {wordsIn} from '@touchpoints/words'
import type {StoredPage} from 'touchpoints/http'

/**
 * Adds a notice above the content of a page that is sent although it is outdated, because the Content Lake
 * does not answer. An open page that contains `.as-of` tries to refresh itself.
 */
export function markStale({body, headers}: StoredPage, asOf: number): Uint8Array<ArrayBuffer> {
  if (!headers['content-type']?.startsWith('text/html')) return body
  const html = new TextDecoder().decode(body)
  const at = new Date(asOf).toISOString().slice(0, 16)
  const {say} = wordsIn(/<html lang="([\w-]+)"/.exec(html)?.[1] ?? '')
  const when = `<time datetime="${at}Z">${at.replace('T', ', ')} UTC</time>`
  const notice = `<p class="notice as-of" role="status">${say('site.asOf', {when})}</p>`
  return new TextEncoder().encode(html.replace(/<main[\s>]/, (tag) => `${notice}${tag}`))
}
