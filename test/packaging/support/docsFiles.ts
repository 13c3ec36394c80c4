import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {root} from '../../support/workspaces.ts'

/**
 * Returns the files that a page of the docs shows, by path. A block begins with its path in a comment. A block
 * that continues the one above belongs to the same file.
 */
export async function docsFiles(page: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(root, page), 'utf8')
  const files = new Map<string, string>()
  let last: string | undefined
  for (const [, before = '', code = ''] of text.matchAll(/([^\n]*)\n+```tsx?\n([\s\S]*?)```/g)) {
    const path = /^\/\/ ([\w[\]/.-]+)\n/.exec(code)?.[1]
    if (path !== undefined) files.set(path, code)
    else if (last !== undefined && /continues the example above/.test(before)) {
      files.set(last, `${files.get(last)}\n${code}`)
    }
    last = path ?? last
  }
  return files
}
