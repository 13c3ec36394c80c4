import type {CustomValidatorResult, DocumentRule, ValidationContext} from '@sanity/types'

import {apiVersion} from './apiVersion.ts'
import {
  applyRules,
  rulesFor,
  type Finding,
  type Question,
  type StoredDocument,
} from './rules/index.ts'
import type {DocumentTypeName} from './registry/documentTypes.ts'
import {isFields} from './reading/stored.ts'

/** Tells the rules' findings from Sanity's own among the markers of a validation. */
export const codePrefix = 'touchpoints.'

/**
 * The rules of a document type as its Sanity validation: errors keep it from being published, warnings
 * are shown. The one place where rules meet the Studio; its clock is the machine's.
 *
 * Rules about other documents see the drafts as they would be published, through the context's client.
 *
 * @example defineType({name: 'touchpoint', type: 'document', validation: withRules('touchpoint'), …})
 */
export function withRules(
  type: DocumentTypeName,
  now: () => string = () => new Date().toISOString(),
) {
  const found = (level: Finding['level']) => async (value: unknown, context: ValidationContext) => {
    const findings = await findingsIn(type, value, context, now())
    return asSanity(findings.filter((finding) => finding.level === level))
  }
  return (rule: DocumentRule) => [
    rule.custom(found('error')),
    rule.custom(found('warning')).warning(),
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
  const answers = new Map<string, StoredDocument[]>()
  for (const question of rules.flatMap((rule) => rule.asks?.(value) ?? [])) {
    const key = JSON.stringify(question)
    if (!answers.has(key)) answers.set(key, await ask(question, context))
  }
  const answer = (question: Question) => answers.get(JSON.stringify(question)) ?? []
  return applyRules(rules, value, {now, answer})
}

async function ask(question: Question, context: ValidationContext): Promise<StoredDocument[]> {
  const {filter, params} = asGroq(question)
  const client = context.getClient({apiVersion}).withConfig({perspective: 'drafts'})
  const found: unknown = await client.fetch(`*[${filter}]`, params)
  return Array.isArray(found) ? found.filter(isStored) : []
}

function asGroq(question: Question): {filter: string; params: Record<string, unknown>} {
  if (question.by === 'id') return {filter: '_id in $ids', params: {ids: question.ids}}
  if (question.by === 'type') return {filter: '_type == $type', params: {type: question.type}}
  const {from, to} = question
  // As times and not as text: stored instants may or may not carry milliseconds.
  return {
    filter:
      '_type == "touchpoint" && dateTime(schedule.start) >= dateTime($from) && dateTime(schedule.start) < dateTime($to)',
    params: {from, to},
  }
}

function asSanity(findings: Finding[]): CustomValidatorResult {
  if (findings.length === 0) return true
  return findings.map(({code, message, path}) => ({code: `${codePrefix}${code}`, message, path}))
}

function isStored(value: unknown): value is StoredDocument {
  return isFields(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}
