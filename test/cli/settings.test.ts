import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'

import {readSettings} from '../../cli/dev/settings.ts'

describe('the settings of npm start', () => {
  it('have defaults, so that npm start works without variables', () => {
    expect(readSettings({}, '/home/ana')).toEqual({
      ports: {site: 4321, studio: 3333, lake: 3900},
      contentFolder: '/home/ana/content',
      dataFolder: '/home/ana/.touchpoints',
      projectId: 'touchpoints',
      dataset: 'production',
    })
  })

  it('read ports and data folder from their variables', () => {
    const env = {
      TOUCHPOINTS_SITE_PORT: '5001',
      TOUCHPOINTS_STUDIO_PORT: '5002',
      TOUCHPOINTS_LAKE_PORT: '5003',
      TOUCHPOINTS_DATA: 'data',
    }
    expect(readSettings(env, '/home/ana')).toMatchObject({
      ports: {site: 5001, studio: 5002, lake: 5003},
      dataFolder: '/home/ana/data',
    })
  })

  it.each([
    ['TOUCHPOINTS_SITE_PORT', 'eighty'],
    ['TOUCHPOINTS_STUDIO_PORT', '0'],
    ['TOUCHPOINTS_LAKE_PORT', '70000'],
    ['TOUCHPOINTS_LAKE_PORT', '3900.5'],
    ['TOUCHPOINTS_NOW', 'yesterday'],
    ['TOUCHPOINTS_CONFIRM_DATE', 'today'],
  ])('reject an invalid value of %s: %j', (name, value) => {
    expect(() => readSettings({[name]: value}, '/')).toThrow(`${name} is "${value}"`)
  })

  it('read the date that confirms the clock', () => {
    const env = {TOUCHPOINTS_CONFIRM_DATE: '2026-11-17'}
    expect(readSettings(env, '/')).toMatchObject({confirmedDate: '2026-11-17'})
  })

  const root = resolve(import.meta.dirname, '../..')

  it('import the sample of a real community where the repository has it', () => {
    expect(readSettings({}, root)).toMatchObject({
      contentFolder: `${root}/content/todo`,
      dataFolder: `${root}/.touchpoints`,
    })
  })

  it('keep another content in a folder of its own, because a lake has one community', () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchpoints-content-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    for (const name of ['todo', 'reef', 'empty'])
      mkdirSync(join(folder, 'content', name), {recursive: true})
    for (const name of ['todo', 'reef'])
      writeFileSync(join(folder, 'content', name, 'guests.ndjson'), '')
    const settingsOf = (name: string, data = '') =>
      readSettings({TOUCHPOINTS_CONTENT: name, TOUCHPOINTS_DATA: data}, folder)
    expect(settingsOf('reef')).toMatchObject({
      contentFolder: `${folder}/content/reef`,
      dataFolder: `${folder}/.touchpoints/content/reef`,
    })
    expect(settingsOf('reef', 'data')).toMatchObject({dataFolder: `${folder}/data/content/reef`})
    expect(settingsOf('todo')).toEqual(settingsOf(''))
    for (const wrong of ['moon', 'empty', '../content/reef', 'reef/'])
      expect(() => settingsOf(wrong)).toThrow(
        `There is no sample content "${wrong}". Use one of: reef, todo.`,
      )
  })

  it('reject the name of a content in a project that has none', () => {
    expect(() => readSettings({TOUCHPOINTS_CONTENT: 'moon'}, '/home/ana')).toThrow(
      'There is no sample content "moon". /home/ana/content has no folders.',
    )
  })

  it('reject two services on the same port, and name both variables', () => {
    expect(() => readSettings({TOUCHPOINTS_LAKE_PORT: '4321'}, '/')).toThrow(
      'TOUCHPOINTS_LAKE_PORT and TOUCHPOINTS_SITE_PORT',
    )
  })
})
