import {expect, test} from 'vitest'
import * as z from 'zod/mini'

import {readDocument} from '../../../loaders/results/readDocument.ts'
import {field} from '../../../loaders/views/source.ts'
import {line, minutes} from '../../../schemas/scalars.ts'

const organization = z.object({_id: z.string(), _type: z.string(), name: line})
const guest = z.object({
  _id: z.string(),
  _type: z.string(),
  name: line,
  organization: field({follow: true}, z.nullable(organization)),
})
const view = z.object({
  _id: z.string(),
  _type: z.string(),
  title: line,
  kind: z.enum(['open', 'closed']),
  host: field({follow: true}, guest),
  guests: z.array(z.object({role: line, guest: field({follow: true}, guest)})),
  agenda: z.array(z.object({minutes})),
  slots: field({complete: true}, z.optional(z.array(z.object({minutes})))),
})

const linux = {_id: 'linux', _type: 'organization', name: 'Linux'}
const ana = {_id: 'ana', _type: 'guest', name: 'Ana', organization: linux}
const matt = {_id: 'matt', _type: 'guest', name: 'Matt', organization: null}
const valid = {
  _id: 'spring',
  _type: 'touchpoint',
  title: 'Spring',
  kind: 'open',
  host: ana,
  guests: [
    {role: 'guest', guest: ana},
    {role: 'guest', guest: matt},
  ],
  agenda: [{minutes: 5}],
}

function read(item: object) {
  const {value, problems} = readDocument(view, item, {studioUrl: 'http://localhost:3333/'})
  const reported = problems.map((problem) => `${problem.documentId}: ${problem.path}`)
  return {value, reported, problems}
}

test('a valid document is returned unchanged', () => {
  expect(read(valid)).toMatchObject({value: valid, reported: []})
})

test('a fault in the document itself leaves it out, and every fault is reported', () => {
  const {value, reported} = read({...valid, title: null, agenda: [{minutes: 5}, {minutes: 0}]})
  expect(value).toBeUndefined()
  expect(reported).toEqual(['spring: title', 'spring: agenda[1].minutes'])
})

test('a fault in a member of a list leaves out the member, and reports it', () => {
  const {value, problems} = read({...valid, agenda: [{minutes: 0}, {minutes: 5}, {minutes: 'x'}]})
  expect(value?.agenda).toEqual([{minutes: 5}])
  expect(problems.map(({documentId, path}) => `${documentId}: ${path}`)).toEqual([
    'spring: agenda[0].minutes',
    'spring: agenda[2].minutes',
  ])
  for (const {message} of problems) expect(message).toContain('this item of the list is left out')
})

test('a list that would be wrong without a member leaves out the document', () => {
  const {value, problems} = read({...valid, slots: [{minutes: 5}, {minutes: 0}]})
  expect(value).toBeUndefined()
  expect(problems[0]?.message).toContain('this touchpoint is left out')
})

test('a document for members loses no item, because a passcode is recognized by the text before it', () => {
  const {value} = read({...valid, hasMembersMeetings: true, agenda: [{minutes: 0}]})
  expect(value).toBeUndefined()
})

test('a fault in a referenced member removes the member, in any order of its faults', () => {
  const broken = {_id: 'x', _type: 'guest', name: '', organization: {...linux, name: 7}}
  const guests = [{role: 'guest', guest: broken}, ...valid.guests, {role: 'guest', guest: broken}]
  const {value, reported} = read({...valid, guests})
  expect(value?.guests).toEqual(valid.guests)
  expect(new Set(reported)).toEqual(new Set(['x: name', 'linux: name']))
})

test('a fault two references away removes only the value that may be null', () => {
  const at = {...linux, name: ''}
  const guests = [{role: 'guest', guest: {...ana, organization: at}}]
  const {value, reported} = read({...valid, guests})
  expect(value?.guests[0]?.guest).toEqual({...ana, organization: null})
  expect(reported).toEqual(['linux: name'])
})

test('a fault in a required reference leaves out the referring document, and names the faulty one', () => {
  const {value, problems} = read({...valid, host: {...ana, name: ''}})
  expect(value).toBeUndefined()
  expect(problems).toMatchObject([
    {documentId: 'spring', path: 'host.name', studioUrl: expect.stringContaining('id=ana;')},
  ])
  expect(problems[0]?.message).toContain('The value is in the guest ana.')
})

test('messages say what is wrong, what is expected and what to do', () => {
  const messages = read({...valid, title: '', kind: 'secret', host: null}).problems.map(
    ({message}) => message,
  )
  expect(messages).toEqual([
    expect.stringContaining('"title" is "". Expected one line of at most 200 characters'),
    expect.stringContaining('"kind" is "secret". Expected one of: open, closed.'),
    expect.stringContaining('"host" is not set, or refers to a document that does not exist'),
  ])
  for (const message of messages) expect(message).toContain('Correct it in the Studio')
})

test('invisible characters of a client’s stega are removed before validation', () => {
  const hidden = '\u200b\u200c\u200d\ufeff'.repeat(4)
  const {value} = read({...valid, title: `Spring${hidden}`, kind: `open${hidden}`})
  expect(value).toEqual(valid)
})

test('a joiner within an emoji or a Persian word is kept', () => {
  const title = '👩‍💻 می‌خواهم'
  expect(read({...valid, title}).value?.title).toBe(title)
})

test('an item that is not an object is a problem, not an exception', () => {
  expect(readDocument(view, null).problems).toHaveLength(1)
  expect(readDocument(view, 'text').value).toBeUndefined()
})
