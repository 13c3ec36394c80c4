import {expect, test} from 'vitest'

import {datasetValidator} from '../support/datasetValidator.ts'
import {readContent, storedDocument} from '../support/readContent.ts'

const content = readContent()
const todo = content.find(({_id}) => _id === 'calendar-todo')

test('errors block publishing, and warnings do not', async () => {
  const copy = storedDocument({
    ...todo,
    _id: 'calendar-copy',
    slug: {current: 'copy'},
    timeZone: 'UTC',
  })
  const {status, markers} = await datasetValidator([...content, copy])(copy)
  expect(status).toBe('failed')
  expect(
    markers.map(({level, path}) => `${level} ${path.map(String).join('.')}`).toSorted(),
  ).toEqual(['error feedUrl', 'warning timeZone'])
})

test('a rule about other documents checks a draft that has no published form', async () => {
  const draft = storedDocument({...todo, _id: 'drafts.calendar-new', slug: {current: 'new'}})
  const {markers} = await datasetValidator([...content, draft])(draft)
  expect(markers.map(({level}) => level)).toEqual(['error'])
})

test('the client finds an overlapping session by its instant, with or without milliseconds', async () => {
  const original = content.find(({_id}) => _id === 'touchpoint-2025-02-13')
  const schedule = {start: '2025-02-13T12:30:00.000Z', timeZone: 'Europe/London', minutes: 30}
  const other = storedDocument({
    ...original,
    _id: 'touchpoint-other',
    slug: {current: 'o'},
    schedule,
  })
  const {markers} = await datasetValidator([...content, other])(other)
  expect(markers.map(({message}) => message).join()).toContain('takes place at the same time')
})

test('an info is shown while an editor types, and is no error, which would block publishing', async () => {
  const original = content.find(({_id}) => _id === 'touchpoint-2025-02-13')
  const summary = 'Join us: https://zoom.us/j/81234567890'
  const document = storedDocument({...original, summary})
  const {markers} = await datasetValidator([...content, document])(document)
  expect(markers).toMatchObject([{level: 'info', path: ['summary']}])
})
