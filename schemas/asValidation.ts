import type {CustomValidatorResult, DocumentRule, ValidationContext} from '@sanity/types'

import {isStoredDocument, type StoredDocument} from './reading/stored.ts'
import type {Finding} from './rules/index.ts'

/** Prefix of the rules' codes among the markers of a validation. Sanity's own codes don't have it. */
export const codePrefix = 'touchpoints.'

/** Returns the findings in a document. */
type FindingsOf = (
  document: StoredDocument,
  context: ValidationContext,
) => Promise<Finding<string>[]> | Finding<string>[]

/** Returns findings as a Sanity validation. Errors block publishing. Warnings and infos don't. */
export function asValidation(findingsOf: FindingsOf) {
  const check = (level: Finding['level']) => async (value: unknown, context: ValidationContext) => {
    if (!isStoredDocument(value)) return true
    const findings = await findingsOf(value, context)
    return asSanity(findings.filter((finding) => finding.level === level))
  }
  return (rule: DocumentRule) => [
    rule.custom(check('error')),
    rule.custom(check('warning')).warning(),
    rule.custom(check('info')).info(),
  ]
}

function asSanity(findings: Finding<string>[]): CustomValidatorResult {
  if (findings.length === 0) return true
  return findings.map(({code, message, path}) => ({code: `${codePrefix}${code}`, message, path}))
}
