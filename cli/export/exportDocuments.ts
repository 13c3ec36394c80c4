import type {StoredDocument} from '@touchpoints/schemas/rules'

import {print} from '../shell.ts'
import type {Asked} from './asked.ts'
import {unreachable} from '../unreachable.ts'
import {writeOut} from './writeWhole.ts'

const pageSize = 2000

/** Every document as it is stored, by id. Assets' bytes are not among them: see tar.gz. */
export async function exportDocuments(
  {connection: {client}, shell}: Asked,
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
  await writeOut(shell, target, lines.join(''))
  if (target !== undefined) print(shell, `${lines.length} documents in ${target}`)
}
