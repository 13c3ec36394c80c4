import {markdownReader} from '../../importers/markdown/index.ts'
import {type ImportPlan, planImport} from '../../importers/plan/index.ts'
import type {StoredDocument} from '../../schemas/rules/index.ts'

interface PageOptions {
  asOf: string
  base?: string
  path?: string
  homeZone?: string
}

/** The plan of one Markdown page, with its documents alone. */
export interface PagePlan extends Omit<ImportPlan, 'documents'> {
  plan: ImportPlan
  documents: StoredDocument[]
}

/** Reads one Markdown page as an import of it does. */
export function readMarkdown(
  text: string,
  {asOf, base, path = 'page.md', homeZone}: PageOptions,
): PagePlan {
  const file = {path, text, ...(base !== undefined && {base})}
  const zone = homeZone === undefined ? {} : {homeZone}
  const plan = planImport([file], {readers: [markdownReader], asOf, ...zone})
  return {...plan, plan, documents: plan.documents.map(({document}) => document)}
}
