import {labelView} from '../views/label.ts'
import {projection} from '../views/projection.ts'

/**
 * Adds the translations of words to a query that returns a list or an object. The words of a document, such
 * as the kind of a group, are in the community document.
 *
 * One list for the whole query: a lookup beside each word would search all documents for each of them.
 */
export function queryWithLabels(query: string, language: string | undefined): string {
  if (language === undefined) return query
  const labels = `"labels":*[_type == "community"][0].vocabulary.labels[]${projection(labelView, {language})}`
  return query.startsWith('{') ? `{${labels},${query.slice(1)}` : `{${labels},"items":${query}}`
}
