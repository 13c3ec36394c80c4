import {checkExtendedDataset, publishedId, type StoredDocument} from '@touchpoints/schemas/rules'
import type {SchemaTypeDefinition} from '@sanity/types'
import {pathText} from '@touchpoints/schemas/path-text'
import type {StudioExtension} from 'touchpoints/extend'

import {checkFormats, type FormatFinding} from '../../check/checkFormats.ts'
import type {ReportedFinding} from '../../check/reportFindings.ts'

export interface CheckOptions {
  /** What is stored already, for slugs and for rules about several documents. */
  stored: readonly StoredDocument[]
  types: readonly SchemaTypeDefinition[]
  extension: StudioExtension
  /** UTC instant. */
  now: string
}

export interface CheckResult {
  /** Errors of the formats, by id. A document with one is not stored. */
  refused: ReadonlyMap<string, FormatFinding[]>
  /** Everything else, for a person to know. */
  findings: ReportedFinding[]
}

/**
 * Checks documents before they are stored: their formats and every rule, as they will be beside what is
 * stored. Stored documents are not reported.
 */
export async function checkDocuments(
  documents: readonly StoredDocument[],
  {stored, types, extension, now}: CheckOptions,
): Promise<CheckResult> {
  const known = new Set(types.flatMap((type) => (type.type === 'document' ? [type.name] : [])))
  const own = documents.filter(({_type}) => known.has(_type))
  const ids = new Set(own.map(({_id}) => publishedId(_id)))
  const others = stored.filter(({_id}) => !ids.has(publishedId(_id)))
  const formats = await checkFormats(own, {types, others})
  const rules = checkExtendedDataset([...others, ...own], {now, extension}).filter(({documentId}) =>
    ids.has(publishedId(documentId)),
  )
  const errors = formats.filter(({level}) => level === 'error')
  return {
    refused: Map.groupBy(errors, ({documentId}) => publishedId(documentId)),
    findings: [...formats.filter(({level}) => level !== 'error'), ...rules],
  }
}

/** Returns the errors of a document in one line, such as `slug: Required`. */
export function formatErrors(findings: readonly FormatFinding[]): string {
  return findings
    .map(({path, message}) => (path.length > 0 ? `${pathText(path)}: ${message}` : message))
    .join(' ')
}
