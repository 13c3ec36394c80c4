import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'

const page = resolve(import.meta.dirname, '../../docs/extending.md')

/** Returns the files that docs/extending.md shows, by the path in their first line. */
export async function filesOfPage(): Promise<Map<string, string>> {
  const {children} = fromMarkdown(await readFile(page, 'utf8'))
  const blocks = children.flatMap((node) => (node.type === 'code' ? [node] : []))
  const sources = blocks.filter(({lang}) => lang === 'ts' || lang === 'tsx')
  return new Map(
    sources.map(({value}) => {
      const [, path] = /^\/\/ (\S+)\n/.exec(value) ?? []
      if (path === undefined) throw new Error(`A block does not begin with its path:\n${value}`)
      return [path, `${value}\n`]
    }),
  )
}

/** Writes files of a project. */
export async function writeFiles(folder: string, files: Iterable<[string, string]>) {
  for (const [path, text] of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), {recursive: true})
    await writeFile(target, text)
  }
}
