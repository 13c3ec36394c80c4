import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {followedAttributes} from '../support/followedAttributes.ts'
import {root} from '../support/workspaces.ts'

const files = globSync(['site/src/**/*.astro', 'studio/**/*.tsx', 'sanity.config.tsx'], {
  cwd: root,
  exclude: (path) => /node_modules|(?:^|\/)dist/.test(path),
})

test('there are templates of the site and of the Studio', () => {
  expect(files.filter((file) => file.endsWith('.astro')).length).toBeGreaterThan(30)
  expect(files.filter((file) => file.endsWith('.tsx')).length).toBeGreaterThan(10)
})

test.each(files)('in %s, only a door fills an attribute that a browser follows', async (file) => {
  expect(await followedAttributes(file, readFileSync(join(root, file), 'utf8'))).toEqual([])
})

test.each(files)('%s names a button as one text, without a space before the colon', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).not.toContain("label: ''")
})

test.each(files)('%s writes a comma in the line of the word before it', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/^\s*(?:,|\{[^{}]*&& ', '\})/m)
})

const front = `---
import {linkTo} from '@touchpoints/calendar/links'
import Card from './Card.astro'
const {url, all, Tag} = Astro.props
---
`

test.each([
  ['a link', '<a href={url}>Text</a>', '<a href>'],
  ['a link in an expression', '{url && <p><a href={url}>Text</a></p>}', '<a href>'],
  ['a link as a shorthand', '<a {href}>Text</a>', '<a href>'],
  ['a link as a template', '<a href=`/${url}`>Text</a>', '<a href>'],
  ['a link behind a condition', '<a href={url ? linkTo(url) : url}>Text</a>', '<a href>'],
  ['an image', '<img src={url} alt="" />', '<img src>'],
  ['several images', '<img srcset={`${url} 2x`} alt="" />', '<img srcset>'],
  ['a form', '<form action={url}></form>', '<form action>'],
  ['a button', '<button formaction={url}>Text</button>', '<button formaction>'],
  ['an SVG', '<svg><use xlink:href={url} /></svg>', '<use xlink:href>'],
  ['a style', '<p style={url}>Text</p>', '<p style>'],
  ['a handler', '<p onclick={url}>Text</p>', '<p onclick>'],
  ['a document', '<iframe srcdoc={url}></iframe>', '<iframe srcdoc>'],
  ['markup', '<p set:html={url} />', '<p set:html>'],
  ['variables of a script', '<script define:vars={{url}}></script>', '<script define:vars>'],
  ['a redirect', '<meta http-equiv="refresh" content={url} />', '<meta content>'],
  ['any attribute', '<a {...all}>Text</a>', '<a {...}>'],
  ['any element', '<Tag href={url}>Text</Tag>', '<Tag> is chosen at run time'],
  ['a door of another name', '<a href={safe(url)}>Text</a>', '<a href>'],
])('%s without a door is reported', async (_, template, report) => {
  expect(await followedAttributes('page.astro', `${front}\n${template}\n`)).toEqual([
    `page.astro:7 ${report}`,
  ])
})

test('a function that only has the name of a door is reported', async () => {
  const own = `---\nconst linkTo = (text: string) => text\n---\n<a href={linkTo('x')}>Text</a>\n`
  expect(await followedAttributes('page.astro', own)).toEqual(['page.astro:4 <a href>'])
})

test.each([
  '<a href={linkTo(url)} class:list={[url]} data-url={url} aria-label={url} title={url}>{url}</a>',
  '<a href="/about/">Text</a>',
  '<Card href={url} {...all} />',
  '<meta property="og:url" content={url} />',
])('%s is not reported', async (template) => {
  expect(await followedAttributes('page.astro', `${front}\n${template}\n`)).toEqual([])
})

test.each([
  ['<a href={url}>Text</a>', '<a href>'],
  ['<Button as="a" href={url} />', '<Button href>'],
  ['<img src={`${url}`} alt="" />', '<img src>'],
  ['<p dangerouslySetInnerHTML={{__html: url}} />', '<p dangerouslySetInnerHTML>'],
])('in React, %s is reported', async (template, report) => {
  const source = `import {Button} from '@sanity/ui'\nexport const page = (url: string) => ${template}\n`
  expect(await followedAttributes('page.tsx', source)).toEqual([`page.tsx:2 ${report}`])
})
