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
})

const linux = {_id: 'linux', _type: 'organization', name: 'Linux'}
const ana = {_id: 'ana', _type: 'guest', name: 'Ana', organization: linux}
const matt = {_id: 'matt', _type: 'guest', name: 'Matt', organization: null}
const whole = {
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
  const told = problems.map((problem) => `${problem.documentId}: ${problem.path}`)
  return {value, told, problems}
}

test('what is whole comes back as it is', () => {
  expect(read(whole)).toMatchObject({value: whole, told: []})
})

test('a fault in the document itself leaves it out, every fault named', () => {
  const {value, told} = read({...whole, title: null, agenda: [{minutes: 5}, {minutes: 0}]})
  expect(value).toBeUndefined()
  expect(told).toEqual(['spring: title', 'spring: agenda[1].minutes'])
})

test('a fault in a member’s document takes out the member, whichever of its faults comes first', () => {
  const broken = {_id: 'x', _type: 'guest', name: '', organization: {...linux, name: 7}}
  const guests = [{role: 'guest', guest: broken}, ...whole.guests, {role: 'guest', guest: broken}]
  const {value, told} = read({...whole, guests})
  expect(value?.guests).toEqual(whole.guests)
  expect(new Set(told)).toEqual(new Set(['x: name', 'linux: name']))
})

test('a fault two references away takes out only what may be absent', () => {
  const at = {...linux, name: ''}
  const guests = [{role: 'guest', guest: {...ana, organization: at}}]
  const {value, told} = read({...whole, guests})
  expect(value?.guests[0]?.guest).toEqual({...ana, organization: null})
  expect(told).toEqual(['linux: name'])
})

test('a fault in a document that must be there leaves out the one that needs it, and says where to mend', () => {
  const {value, problems} = read({...whole, host: {...ana, name: ''}})
  expect(value).toBeUndefined()
  expect(problems).toMatchObject([
    {documentId: 'spring', path: 'host.name', studioUrl: expect.stringContaining('id=ana;')},
  ])
  expect(problems[0]?.message).toContain('The value is in the guest ana.')
})

test('messages say what is wrong, what was expected and what to do', () => {
  const messages = read({...whole, title: '', kind: 'secret', host: null}).problems.map(
    ({message}) => message,
  )
  expect(messages).toEqual([
    expect.stringContaining('"title" is "". Expected one line of at most 200 characters'),
    expect.stringContaining('"kind" is "secret". Expected one of: open, closed.'),
    expect.stringContaining('"host" is not set, or refers to a document that does not exist'),
  ])
  for (const message of messages) expect(message).toContain('Correct it in the Studio')
})

test('invisible characters of a client’s stega are gone before anything is compared', () => {
  const hidden = '\u200b\u200c\u200d\ufeff'.repeat(4)
  const {value} = read({...whole, title: `Spring${hidden}`, kind: `open${hidden}`})
  expect(value).toEqual(whole)
})

test('a joiner within an emoji or a Persian word stays', () => {
  const title = '👩‍💻 می‌خواهم'
  expect(read({...whole, title}).value?.title).toBe(title)
})

test('what is no object at all is a problem, not an exception', () => {
  expect(readDocument(view, null).problems).toHaveLength(1)
  expect(readDocument(view, 'text').value).toBeUndefined()
})
