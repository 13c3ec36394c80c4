import {describe, expect, it} from 'vitest'

import {readSettings} from '../../cli/dev/settings.ts'

describe('the settings of npm start', () => {
  it('have defaults, so that npm start works without variables', () => {
    expect(readSettings({}, '/home/ana')).toEqual({
      ports: {site: 4321, studio: 3333, lake: 3900},
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

  it('reject two services on the same port, and name both variables', () => {
    expect(() => readSettings({TOUCHPOINTS_LAKE_PORT: '4321'}, '/')).toThrow(
      'TOUCHPOINTS_LAKE_PORT and TOUCHPOINTS_SITE_PORT',
    )
  })
})
