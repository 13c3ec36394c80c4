/**
 * Opens a document in the Studio, whatever tool shows its type there (the Studio's edit intent).
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
