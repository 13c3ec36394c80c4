import {describe, expect, it} from 'vitest'

import {ConnectionError} from '../../../studio/connection/ConnectionError.ts'
import {readConnection} from '../../../studio/connection/readConnection.ts'

const hosted = {SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'production'}

describe('readConnection', () => {
  it('uses the hosted service if only project and dataset are set, so that moving there takes two variables', () => {
    expect(readConnection(hosted)).toEqual({
      kind: 'hosted',
      projectId: 'abc123',
      dataset: 'production',
    })
  })

  it('uses the local Content Lake if its host is set', () => {
    expect(
      readConnection({...hosted, SANITY_STUDIO_API_HOST: 'http://localhost:3900/'}),
    ).toMatchObject({kind: 'local', apiHost: 'http://localhost:3900'})
  })

  it('uses a lake of your own server over https, where a proxy asks for a login', () => {
    expect(
      readConnection({...hosted, SANITY_STUDIO_API_HOST: 'https://studio.example.org'}),
    ).toMatchObject({
      kind: 'local',
      apiHost: 'https://studio.example.org',
      eventsUrl: 'https://studio.example.org/touchpoints/events',
    })
  })

  it('treats an empty variable as unset, because .env files contain empty ones', () => {
    expect(
      readConnection({...hosted, SANITY_STUDIO_API_HOST: '', SANITY_STUDIO_PREVIEW_URL: ''}),
    ).toEqual({kind: 'hosted', projectId: 'abc123', dataset: 'production'})
  })

  it('has a calendar URL with the hosted service if the site serves the calendar to editors', () => {
    const eventsUrl = 'https://example.org/api/editors/events'
    expect(readConnection({...hosted, SANITY_STUDIO_EVENTS_URL: eventsUrl})).toMatchObject({
      kind: 'hosted',
      eventsUrl,
    })
  })

  it.each([
    ['SANITY_STUDIO_EVENTS_URL', 'http://example.org/api/editors/events', 'an https URL'],
    ['SANITY_STUDIO_EVENTS_URL', '/api/editors/events', 'an https URL'],
    ['SANITY_STUDIO_PROJECT_ID', undefined, 'is not set'],
    ['SANITY_STUDIO_PROJECT_ID', '', 'is not set'],
    ['SANITY_STUDIO_PROJECT_ID', 'My Project', '"My Project"'],
    ['SANITY_STUDIO_DATASET', undefined, 'is not set'],
    ['SANITY_STUDIO_DATASET', 'Production!', '"Production!"'],
    ['SANITY_STUDIO_PREVIEW_URL', 'localhost:4321', '"localhost:4321"'],
    ['SANITY_STUDIO_PREVIEW_URL', 'http://localhost:4321/community', 'only scheme, host and port'],
    ['SANITY_STUDIO_API_HOST', 'ftp://localhost', 'http://localhost:3900'],
    [
      'SANITY_STUDIO_API_HOST',
      'http://lake.example.org',
      'must be on this machine or start with https:',
    ],
  ])(
    'names %s in the error if it is %j, so that you know what to change',
    (name, value, message) => {
      const variables = {...hosted, [name]: value}
      expect(() => readConnection(variables)).toThrow(ConnectionError)
      expect(() => readConnection(variables)).toThrow(name)
      expect(() => readConnection(variables)).toThrow(message)
    },
  )
})
