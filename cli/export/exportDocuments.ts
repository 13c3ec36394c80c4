import type {StoredDocument} from '@touchpoints/schemas/rules'

import {print} from '../shell.ts'
import type {ExportContext} from './exportContext.ts'
import {unreachable} from '../unreachable.ts'
import {writeOutput} from './writeAtomic.ts'

const pageSize = 2000

/** Exports every stored document, sorted by id. Excludes the files of assets: use tar.gz for those. */
export async function exportDocuments(
  {connection: {client}, shell}: ExportContext,
  target: string | undefined,
  drafts: boolean,
): Promise<void> {
  const lines: string[] = []
  let after = ''
  for (;;) {
    const page = await client
      .fetch<StoredDocument[]>(
        `*[_id > $after && !(_id in path("_.**")) && !(_type match "system.*")] | order(_id) [0...${pageSize}]`,
        {after},
        {perspective: drafts ? 'raw' : 'published'},
      )
      .catch(unreachable)
    lines.push(...page.map((document) => `${JSON.stringify(document)}\n`))
    after = page.at(-1)?._id ?? after
    if (page.length < pageSize) break
  }
  await writeOutput(shell, target, lines.join(''))
  if (target !== undefined) print(shell, `Exported ${lines.length} documents to ${target}`)
}
