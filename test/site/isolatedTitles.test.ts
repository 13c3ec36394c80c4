import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'

const files = globSync('site/src/**/*.astro', {cwd: root})

/** A title or a name of a document as a text, as in `<a>{group.title}</a>` or `: group.title}`. */
const texts = /(?:(?<![=$])\{| : )((?:[a-z]\w*\??\.)+(?:title|name))\}/g

/** Returns the titles of a template that are not in an element of their own direction. */
function openTitles(template: string): string[] {
  const end = template.startsWith('---') ? template.indexOf('\n---', 3) : 0
  const markup = template.slice(end).replaceAll(/`[^`]*`/g, '')
  return [...markup.matchAll(texts)].flatMap(([, text = ''], index, all) => {
    const before = markup.slice(0, all[index]?.index)
    // The site's own words have the direction of the page.
    return text.startsWith('head.') || /<bdi[^<]*>$/.test(before) ? [] : [text]
  })
}

test.each(files)(
  '%s gives each title its own direction, because quotes of an English title turn over on an Arabic page',
  (file) => {
    expect(openTitles(readFileSync(join(root, file), 'utf8'))).toEqual([])
  },
)

test.each([
  ['<a href={url}>{group.title}</a>', ['group.title']],
  ['{url ? <a href={url}><bdi>{team.name}</bdi></a> : team.name}', ['team.name']],
  ['<h4>\n  {published?.group?.title}\n</h4>', ['published?.group?.title']],
  ['<a title={group.title}><bdi data-sanity={edit(group)}>{group.title}</bdi></a>', []],
  ['<h1>{head.title}</h1>', []],
])('%s has the open titles %j', (template, open) => {
  expect(openTitles(template)).toEqual(open)
})
