import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {readFiles} from './writeFiles.ts'

const run = promisify(execFile)

/** The program. Undefined when it is not installed. */
export const hugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((path) => existsSync(path))
if (!hugo && process.env['CI'])
  throw new Error('The Hugo tests need Hugo, such as the package of Debian.')
if (!hugo) console.log('Skipped the builds of Hugo sites: Hugo is not installed.')

/** A site of its own making that has a folder for each language, and a theme with shortcodes of the names in use. */
export const grove = {
  'hugo.toml': `# Ours.
baseURL = "https://grove.example/"
title = "Grove"
theme = ["grove"]
defaultContentLanguage = "en"

[languages.en]
contentDir = "content/en"
weight = 1

[languages.es]
contentDir = "content/es"
languageCode = "es-ES"
weight = 2

[languages.fr]
contentDir = "content/fr"
weight = 3
`,
  'themes/grove/layouts/_default/single.html': '<h1>{{ .Title }}</h1>{{ .Content }}',
  'themes/grove/layouts/_default/list.html': '<h1>{{ .Title }}</h1>{{ .Content }}',
  'themes/grove/layouts/index.html': '<h1>Home</h1>{{ .Content }}',
  'themes/grove/layouts/shortcodes/community_calendar.html': '<p>An embedded calendar</p>',
  'themes/grove/layouts/shortcodes/next.html': '<p>The next of the theme</p>',
  'layouts/shortcodes/group-card.html': '<p>Card: {{ .Get "title" }}</p>',
  'content/en/meetings.md': `---
title: Our meetings
---

{{< next >}}

{{< community_calendar >}}

{{< group-card title="Docs" >}}
`,
  'content/en/about.md': '---\ntitle: About\n---\nWe meet.\n',
  'content/es/about.md': '---\ntitle: Acerca\n---\nNos reunimos.\n',
  'content/fr/about.md': '---\ntitle: À propos\n---\nBonjour.\n',
}

/**
 * Builds a site and returns its pages, by path.
 *
 * @param now - the time of the build
 */
export async function buildHugo(
  folder: string,
  now: string,
  {warnings}: {warnings: 'refused' | 'allowed'} = {warnings: 'refused'},
): Promise<Map<string, string>> {
  await rm(join(folder, 'public'), {recursive: true, force: true})
  const strict = warnings === 'refused' ? ['--panicOnWarning'] : []
  const args = ['--source', folder, '--clock', now, ...strict]
  await run(hugo ?? '', args, {timeout: 60_000})
  const files = await readFiles(join(folder, 'public'))
  return new Map([...files].filter(([path]) => path.endsWith('.html')))
}
