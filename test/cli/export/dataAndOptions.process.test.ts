import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {calendar} from '../../loaders/smallCommunity.ts'
import {exportedAt, startSmallLake} from '../support/smallLake.ts'
import {readFiles, writeFiles} from '../support/writeFiles.ts'

let lake: Awaited<ReturnType<typeof startSmallLake>>
beforeAll(async () => {
  lake = await startSmallLake()
})
afterAll(() => lake.stop())

const files = (site: string) => readFiles(join(lake.folder, site))

describe('an export of data', () => {
  test('for Eleventy is where the configuration has its data, with the line that copies the feeds', async () => {
    await writeFiles(join(lake.folder, 'eleven'), {
      'eleventy.config.js':
        'export default (config) => {}\nexport const config = {dir: {input: "src", data: "../values"}}\n',
    })
    const args = ['export', 'eleven', '--format', 'eleventy', '--now', exportedAt]
    const {code, out} = await lake.touchpoints(args)
    expect(code).toBe(0)
    expect(out).toContain("config.addPassthroughCopy('src/touchpoints')")
    const own = await files('eleven')
    expect(own.get('values/touchpoints/page.json')).toContain('<p>Welcome.</p>')
    expect(own.get('values/touchpoints/languages/es/page.json')).toContain('<p>Bienvenida.</p>')
    expect(own.get('src/touchpoints/calendar.ics')).toContain('Board meeting')
    expect((await lake.touchpoints(args)).out).toMatch(/changed=false\n$/)
  })

  test('for Eleventy asks for the folder when only code knows it', async () => {
    await writeFiles(join(lake.folder, 'code'), {
      '.eleventy.js': 'module.exports = () => ({dir: {input: process.env.INPUT}})\n',
    })
    const args = ['export', 'code', '--format', 'eleventy', '--now', exportedAt]
    const {code, err} = await lake.touchpoints(args)
    expect([code, err]).toEqual([1, expect.stringContaining('--data-dir _data')])
    expect(await lake.touchpoints([...args, '--data-dir', 'src/_data'])).toMatchObject({code: 0})
    expect((await files('code')).has('src/_data/touchpoints/series.json')).toBe(true)
  })

  test('for any generator is one folder, in the language that is named or in all', async () => {
    const args = ['export', 'data', '--format', 'data', '--now', exportedAt]
    expect(await lake.touchpoints(args)).toMatchObject({code: 0, err: ''})
    const all = await files('data')
    expect(all.get('touchpoints.json')).toContain('Glossary')
    expect(all.get('languages/es/touchpoints.json')).toContain('Glosario')
    await lake.touchpoints([...args, '--language', 'es'])
    const spanish = await files('data')
    expect(spanish.get('touchpoints.json')).toContain('Glosario')
    expect([...spanish.keys()].filter((path) => path.startsWith('languages'))).toEqual([])
  })
})

describe('options of an export', () => {
  test('--language applies to events.json and calendar.ics, with the words around titles', async () => {
    const now = ['--now', exportedAt, '--language', 'es']
    await lake.touchpoints(['export', 'events.json', ...now])
    await lake.touchpoints(['export', 'calendar.ics', ...now])
    const own = (name: string) => readFile(join(lake.folder, name), 'utf8')
    expect(await own('events.json')).toContain('Glosario')
    expect(await own('calendar.ics')).toContain('SUMMARY:Glosario')
  })

  test.each([
    [['events.json', '--alias', 'a=next'], /--alias has no effect on the format json.*hugo/],
    [['events.ndjson', '--language', 'es'], /--language has no effect on the format ndjson/],
    [['events.json', '--language', 'no tag'], /expected a tag such as es/],
    [['a', '--format', 'hugo', '--section', '../up'], /expected a folder such as touchpoints/],
    [['a', '--format', 'gatsby'], /Unknown format "gatsby". Use .*jekyll, eleventy, data/],
    [['--format', 'jekyll'], /requires the folder of the site/],
  ])('a wrong one is an error that says what is possible: %s', async (args, message) => {
    const {code, err} = await lake.touchpoints(['export', ...args])
    expect([code, err]).toEqual([1, expect.stringMatching(message)])
  })

  test('--strict writes nothing when a calendar cannot be read, so that no event disappears', async () => {
    const feedUrl = 'https://calendar.example/broken.ics'
    lake.load([{...calendar, _id: 'calendar-broken', title: 'Broken calendar', feedUrl}])
    await writeFiles(lake.folder, {'broken/index.json': JSON.stringify({[feedUrl]: 'no.ics'})})
    const broken = {TOUCHPOINTS_SAMPLE_FEEDS: join(lake.folder, 'broken')}
    const args = ['export', 'strict', '--format', 'hugo', '--now', exportedAt]
    const {code, err} = await lake.touchpoints([...args, '--strict'], broken)
    expect([code, err]).toEqual([1, expect.stringContaining('Could not read: Broken calendar')])
    await expect(files('strict')).rejects.toThrow('ENOENT')
    expect(await lake.touchpoints(args, broken)).toMatchObject({code: 0})
  })
})
