import type {SanityClient} from '@sanity/client'
import type {Extension} from 'touchpoints/extend'

import {assetTypes, examineDocuments} from '../check/examineDocuments.ts'
import {fetchDocuments} from '../check/fetchDocuments.ts'
import {summary} from '../check/reportFindings.ts'
import {type LoadedExtension, schemaTypesOf} from '../extension.ts'
import type {Diagnosis} from './diagnosis.ts'

/** Counts the findings of `touchpoints check`, which lists them. */
export async function checkDocuments(
  {client}: {client: Pick<SanityClient, 'fetch'>},
  now: Date,
  loaded?: LoadedExtension,
): Promise<Diagnosis> {
  const extension: Extension = loaded?.extension ?? {}
  const added = Object.keys(extension.documents ?? {})
  const all = await fetchDocuments(client, 'published', [...added, ...assetTypes])
  const types = await schemaTypesOf(loaded)
  const options = {drafts: false, types, extension, now: now.toISOString()}
  const {checked, findings} = await examineDocuments(all, options)
  const isQuiet = findings.every(({level}) => level === 'info')
  return {
    about: 'Documents',
    state: isQuiet ? 'ok' : 'warn',
    message: `${summary(findings, checked)}${findings.length === 0 ? '' : ' Run `touchpoints check` for what to do.'}`,
  }
}
