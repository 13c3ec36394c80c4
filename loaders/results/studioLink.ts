/**
 * Returns a link that opens a document in the Studio. It is an edit intent, so the Studio chooses the
 * tool for the document's type.
 *
 * @example
 * studioLink('http://localhost:3333', {id: 'spring', type: 'touchpoint'})
 * // 'http://localhost:3333/intent/edit/id=spring;type=touchpoint/'
 */
export function studioLink(studioUrl: string, document: {id: string; type: string}): string {
  const id = encodeURIComponent(document.id)
  const type = encodeURIComponent(document.type)
  return `${studioUrl.replace(/\/$/, '')}/intent/edit/id=${id};type=${type}/`
}
