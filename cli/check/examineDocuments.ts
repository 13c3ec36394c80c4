import type {SchemaTypeDefinition} from '@sanity/types'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'
import {checkExtendedDataset, type StoredDocument} from '@touchpoints/schemas/rules'
import type {Extension} from 'touchpoints/extend'

import {checkFormats} from './checkFormats.ts'
import {mergeFindings} from './mergeFindings.ts'
import type {ReportedFinding} from './reportFindings.ts'
import {titlesOf} from './unpublishedText.ts'

/** Types of the documents that describe an image or a file. A field with one refers to its document. */
export const assetTypes = ['sanity.imageAsset', 'sanity.fileAsset'] as const

interface ExamineDocumentsOptions {
  /** Whether drafts are checked instead of their published documents. */
  drafts: boolean
  /** Types of the schema. */
  types: readonly SchemaTypeDefinition[]
  extension: Extension
  /** UTC instant. */
  now: string
  /** Returns what is called after each document. Gets their number. */
  progress?: (total: number) => (() => void) | undefined
}

/** Checks formats and rules. `check` lists the findings, and `doctor` counts the same ones. */
export async function examineDocuments(
  all: readonly StoredDocument[],
  {drafts, types, extension, now, progress}: ExamineDocumentsOptions,
): Promise<{checked: number; findings: ReportedFinding[]}> {
  const added = Object.keys(extension.documents ?? {})
  const isKnown = ({_type: type}: StoredDocument) =>
    isDocumentTypeName(type) || added.includes(type)
  const documents = selectDocuments(all.filter(isKnown), drafts)
  const formats = await checkFormats(documents, {
    onChecked: progress?.(documents.length),
    types,
    others: all.filter((document) => !isKnown(document)),
    titleOf: titlesOf(all),
  })
  const findings = mergeFindings(formats, checkExtendedDataset(documents, {now, extension}))
  return {checked: documents.length, findings}
}

/** Selects the documents of one perspective: a file may contain drafts and published versions. */
function selectDocuments(known: readonly StoredDocument[], drafts: boolean): StoredDocument[] {
  if (!drafts) return known.filter(({_id}) => !/^(?:drafts|versions)\./.test(_id))
  const drafted = new Set(known.map(({_id}) => _id).filter((id) => id.startsWith('drafts.')))
  return known.filter(({_id}) => !_id.startsWith('versions.') && !drafted.has(`drafts.${_id}`))
}
