import type {ValidationContext} from '@sanity/types'

import {apiVersion} from './apiVersion.ts'
import {asValidation} from './asValidation.ts'
import {isStoredDocument} from './reading/stored.ts'
import {
  applyRules,
  rulesFor,
  type Finding,
  type DocumentQuery,
  type StoredDocument,
} from './rules/index.ts'
import type {DocumentTypeName} from './registry/documentTypes.ts'

/**
 * Returns the rules of a document type as a Sanity validation. Errors block publishing. Warnings and infos
 * don't.
 *
 * `now` defaults to the machine's clock. Rules about other documents read them with the context's client
 * in the `drafts` perspective.
 *
 * @example defineType({name: 'touchpoint', type: 'document', validation: withRules('touchpoint'), …})
 */
export function withRules(
  type: DocumentTypeName,
  now: () => string = () => new Date().toISOString(),
) {
  return asValidation((document, context) => findingsIn(type, document, context, now()))
}

async function findingsIn(
  type: DocumentTypeName,
  document: StoredDocument,
  context: ValidationContext,
  now: string,
): Promise<Finding[]> {
  const rules = rulesFor(type)
  const results = new Map<string, StoredDocument[]>()
  for (const query of rules.flatMap((rule) => rule.query?.(document) ?? [])) {
    const key = JSON.stringify(query)
    if (!results.has(key)) results.set(key, await fetchDocuments(query, context))
  }
  const find = (query: DocumentQuery) => results.get(JSON.stringify(query)) ?? []
  return applyRules(rules, document, {now, find})
}

async function fetchDocuments(
  query: DocumentQuery,
  context: ValidationContext,
): Promise<StoredDocument[]> {
  const {filter, params} = asGroq(query)
  const client = context.getClient({apiVersion}).withConfig({perspective: 'drafts'})
  const documents: unknown = await client.fetch(`*[${filter}]`, params)
  return Array.isArray(documents) ? documents.filter(isStoredDocument) : []
}

function asGroq(query: DocumentQuery): {filter: string; params: Record<string, unknown>} {
  if (query.by === 'id') return {filter: '_id in $ids', params: {ids: query.ids}}
  if (query.by === 'type') return {filter: '_type == $type', params: {type: query.type}}
  const {from, to, series} = query
  // Compared as times, not as text: a stored instant can have milliseconds or not.
  const sessions =
    '_type == "touchpoint" && dateTime(schedule.start) >= dateTime($from) && dateTime(schedule.start) < dateTime($to)'
  return {
    filter: `(${sessions}) || _id in $series || _id in *[${sessions}].series._ref`,
    params: {from, to, series},
  }
}
