import type {CustomValidatorResult, DocumentRule, ValidationContext} from '@sanity/types'

import {apiVersion} from './apiVersion.ts'
import {
  applyRules,
  rulesFor,
  type Finding,
  type DocumentQuery,
  type StoredDocument,
} from './rules/index.ts'
import type {DocumentTypeName} from './registry/documentTypes.ts'
import {isFields} from './reading/stored.ts'

/** Prefix of the rules' codes among the markers of a validation. Sanity's own codes don't have it. */
export const codePrefix = 'touchpoints.'

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
  const check = (level: Finding['level']) => async (value: unknown, context: ValidationContext) => {
    const findings = await findingsIn(type, value, context, now())
    return asSanity(findings.filter((finding) => finding.level === level))
  }
  return (rule: DocumentRule) => [
    rule.custom(check('error')),
    rule.custom(check('warning')).warning(),
    rule.custom(check('info')).info(),
  ]
}

async function findingsIn(
  type: DocumentTypeName,
  value: unknown,
  context: ValidationContext,
  now: string,
): Promise<Finding[]> {
  if (!isStored(value)) return []
  const rules = rulesFor(type)
  const results = new Map<string, StoredDocument[]>()
  for (const query of rules.flatMap((rule) => rule.query?.(value) ?? [])) {
    const key = JSON.stringify(query)
    if (!results.has(key)) results.set(key, await fetchDocuments(query, context))
  }
  const find = (query: DocumentQuery) => results.get(JSON.stringify(query)) ?? []
  return applyRules(rules, value, {now, find})
}

async function fetchDocuments(
  query: DocumentQuery,
  context: ValidationContext,
): Promise<StoredDocument[]> {
  const {filter, params} = asGroq(query)
  const client = context.getClient({apiVersion}).withConfig({perspective: 'drafts'})
  const documents: unknown = await client.fetch(`*[${filter}]`, params)
  return Array.isArray(documents) ? documents.filter(isStored) : []
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

function asSanity(findings: Finding[]): CustomValidatorResult {
  if (findings.length === 0) return true
  return findings.map(({code, message, path}) => ({code: `${codePrefix}${code}`, message, path}))
}

function isStored(value: unknown): value is StoredDocument {
  return isFields(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}
