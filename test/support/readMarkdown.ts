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

/** Returns the documents of a plan with the first answer to each of its questions. */
export function firstAnswers({documents, findings}: ImportPlan): StoredDocument[] {
  const values = new Map(documents.map(({document}) => [document._id, document]))
  for (const {kind, document, alsoIn = [], choices} of findings) {
    const set = kind === 'ask' ? choices[0]?.set : undefined
    for (const id of set ? [document ?? '', ...alsoIn] : []) {
      const stored = values.get(id)
      if (!stored) continue
      const fields = Object.entries({...stored, ...set}).filter(([, value]) => value !== null)
      values.set(id, {...Object.fromEntries(fields), _id: id, _type: stored._type})
    }
  }
  return [...values.values()]
}
