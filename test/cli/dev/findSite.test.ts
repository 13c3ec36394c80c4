import {expect, test} from 'vitest'

import {findSite, shownFolder} from '../../../cli/dev/findSite.ts'
import {projectFolder} from '../support/fakeProject.ts'

function found(files: Record<string, string>) {
  const folder = projectFolder(files)
  const site = findSite(folder)
  return site && [site.kind === 'known' ? site.name : 'scripted', shownFolder(folder, site)]
}

test.each([
  ['site/astro.config.mjs', 'astro'],
  ['site/astro.config.ts', 'astro'],
  ['site/next.config.js', 'next'],
  ['site/nuxt.config.ts', 'nuxt'],
  ['site/svelte.config.js', 'sveltekit'],
  ['site/eleventy.config.mjs', 'eleventy'],
  ['site/.eleventy.js', 'eleventy'],
  ['site/hugo.toml', 'hugo'],
  ['site/hugo.json', 'hugo'],
  ['site/config/_default/hugo.yaml', 'hugo'],
])('the configuration %s makes it a site of %s', (file, name) => {
  expect(found({[file]: ''})).toEqual([name, 'site'])
})

test('a site may be the project itself, as in a repository that has always been a site', () => {
  expect(found({'hugo.toml': '', 'content/guests.ndjson': ''})).toEqual(['hugo', '.'])
})

test('a configuration named config is one of Hugo only if it has what Hugo reads', () => {
  expect(found({'site/config.toml': 'baseURL = "https://example.org"'})).toEqual(['hugo', 'site'])
  expect(found({'site/config.yaml': 'title: Meetings'})).toEqual(['hugo', 'site'])
  expect(found({'site/config.json': '{"port": 3}'})).toBeUndefined()
})

test('without a configuration, the dependencies and the script name the framework', () => {
  const manifest = {dependencies: {next: '15.0.0'}, scripts: {dev: 'next dev'}}
  expect(found({'site/package.json': JSON.stringify(manifest)})).toEqual(['next', 'site'])
  const other = {scripts: {dev: 'parcel'}}
  expect(found({'site/package.json': JSON.stringify(other)})).toEqual(['scripted', 'site'])
})

test('a script that runs this command is not a site, because it would start itself', () => {
  expect(found({'package.json': '{"scripts":{"dev":"touchpoints dev"}}'})).toBeUndefined()
  expect(found({})).toBeUndefined()
})
