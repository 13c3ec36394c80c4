import {describe, expect, it} from 'vitest'

import {calmProps} from '../../../studio/form/calmProps.ts'
import {fieldMessages} from '../../../studio/form/fieldMessages.ts'
import {createFormVisits} from '../../../studio/form/formVisits.ts'
import {isBlankValue} from '../../../studio/form/isBlankValue.ts'
import {neededFields} from '../../../studio/form/neededFields.ts'

const title = {label: 'Title', name: 'title', type: {name: 'line', jsonType: 'string'}}
const missing = [{level: 'error' as const, message: 'Required'}]

describe('the messages of a field', () => {
  it('say neutrally what is needed before someone has been there', () => {
    expect(fieldMessages(missing, {...title, value: undefined, isRevealed: false})).toEqual([
      {level: 'needed', text: 'Needed to publish.'},
    ])
  })

  it('are an error with the label and an example once someone has left it empty', () => {
    expect(fieldMessages(missing, {...title, value: '', isRevealed: true})).toEqual([
      {level: 'error', text: '“Title” is empty. Enter it, such as “Reading logs together”.'},
    ])
  })

  it.each([
    [{name: 'reference', jsonType: 'object'}, 'Select one, or create it.'],
    [{name: 'slug', jsonType: 'object'}, 'such as spring-all-hands'],
    [{name: 'schedule', jsonType: 'object'}, 'such as “next Thu 6 pm Madrid”'],
    [{name: 'httpsUrl', jsonType: 'string'}, 'such as “https://example.org/page”'],
    [{name: 'minutes', jsonType: 'number'}, 'such as “60”'],
    [{name: 'array', jsonType: 'array'}, 'Add at least one item.'],
    [{name: 'audience', jsonType: 'string', options: {list: ['a']}}, 'Choose one of the options.'],
    // A type of an extension.
    [{name: 'capacity', jsonType: 'number'}, 'such as “12”'],
  ])('say what to do in a field of type %o', (type, text) => {
    const [message] = fieldMessages(missing, {...title, type, value: undefined, isRevealed: true})
    expect(message?.text).toContain(text)
  })

  it('name Generate only where it makes a slug, not for a Japanese title', () => {
    const slug = {...title, type: {name: 'slug', jsonType: 'object'}, value: undefined}
    const textWith = (canGenerate: boolean) =>
      fieldMessages(missing, {...slug, isRevealed: true, canGenerate})[0]?.text
    expect(textWith(true)).toBe(
      '“Title” is empty. Enter it, such as spring-all-hands, or press Generate.',
    )
    expect(textWith(false)).toBe('“Title” is empty. Enter it, such as spring-all-hands.')
  })

  it('leave out what the input itself says, so that nothing is said twice', () => {
    const taken = [{level: 'error' as const, message: 'Slug is already in use'}]
    const slug = {...title, type: {name: 'slug', jsonType: 'object'}, value: {current: 'a'}}
    expect(fieldMessages(taken, {...slug, isRevealed: true})).toEqual([])
    const schedule = {...title, type: {name: 'schedule', jsonType: 'object'}, value: undefined}
    expect(fieldMessages(missing, {...schedule, isRevealed: false})).toEqual([])
  })

  it('show a wrong value at once, with the label', () => {
    const wrong = [{level: 'error' as const, message: 'Expected a link.'}]
    expect(fieldMessages(wrong, {...title, value: 'x', isRevealed: false})).toEqual([
      {level: 'error', text: 'Title: Expected a link.'},
    ])
  })

  it('leave out that a value is required which has just been entered', () => {
    expect(fieldMessages(missing, {...title, value: 'x', isRevealed: true})).toEqual([])
  })
})

it('an input has no red border before someone has been in it, and names its messages', () => {
  const props = {value: undefined, validation: missing, elementProps: {id: 'title'}}
  expect(calmProps(props, false)).toMatchObject({
    validation: [],
    validationError: undefined,
    elementProps: {'aria-describedby': 'title-messages'},
  })
  expect(calmProps(props, true)).toEqual({
    elementProps: {id: 'title', 'aria-describedby': 'title-messages', 'aria-invalid': true},
  })
})

it('the list of what is needed has labels, tabs and the community’s own words', () => {
  const error = (...path: string[]) => ({level: 'error', path, message: 'Required'})
  const fields = [
    {name: 'title', title: 'Title', group: 'session'},
    {name: 'series', title: 'Series', group: ['session', 'all']},
    {name: 'links', title: 'Links'},
  ]
  const markers = [
    {...error('links', 'join'), message: 'Expected a link.'},
    error('series'),
    {...error('title'), level: 'warning'},
  ]
  const value = {links: {join: 'x'}}
  const titleOf = ([name]: readonly unknown[]) => (name === 'series' ? 'Meeting' : undefined)
  expect(neededFields(markers, fields, value, titleOf)).toEqual([
    {name: 'series', label: 'Meeting', path: ['series'], group: 'session', isWrong: false},
    {name: 'links', label: 'Links', path: ['links', 'join'], group: undefined, isWrong: true},
  ])
})

it('visits reveal one field, and an attempt to publish all of them', () => {
  const visits = createFormVisits()
  visits.visit(['title'])
  expect([visits.isRevealed(['title']), visits.isRevealed(['series'])]).toEqual([true, false])
  visits.revealAll()
  expect(visits.isRevealed(['series'])).toBe(true)
  expect(visits.changes()).toBe(2)
})

it.each([[undefined], [''], [[]], [{_type: 'slug'}], [{_type: 'links', join: ''}]])(
  '%o is blank, because nobody has entered anything',
  (value) => {
    expect(isBlankValue(value)).toBe(true)
  },
)

it.each([[0], [false], ['a'], [{_ref: 'a'}], [[{}]]])('%o is a value', (value) => {
  expect(isBlankValue(value)).toBe(false)
})
