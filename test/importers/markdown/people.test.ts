import {describe, expect, test} from 'vitest'

import {readPeople} from '../../../importers/markdown/people.ts'
import {readMarkdown} from '../../support/readMarkdown.ts'

test.each([
  ['Mara Voss (@maravoss), Harbor Lab', [{name: 'Mara Voss', organization: 'Harbor Lab'}]],
  ['Mara Voss, PhD (they/them), Kelp', [{name: 'Mara Voss', organization: 'Kelp'}]],
  ['Ida Holm, MD (she/her)', [{name: 'Ida Holm'}]],
  ['Mara Voss (@m) and Ann Bay (@a)', [{name: 'Mara Voss'}, {name: 'Ann Bay'}]],
  ['Mara Voss (@m), Ann Bay (@a)', [{name: 'Mara Voss'}, {name: 'Ann Bay', uncertain: true}]],
])('“%s” has people and organizations, and no handle, degree or pronoun', (text, people) => {
  expect(readPeople(text)).toEqual(people)
})

function planOf(text: string) {
  const plan = readMarkdown(`# Tide Working Group\n\n${text}`, {asOf: '2026-01-15'})
  const ofType = (type: string) => plan.documents.filter(({_type}) => _type === type)
  return {...plan, ofType}
}

describe('people of a group', () => {
  test('a table below “Chairs” is its chairs with their organizations, and no subgroups', () => {
    const {ofType, leftovers} = planOf(
      '## Chairs\n\n| Name | Affiliation | Email | GitHub |\n|-|-|-|-|\n| Mara Voss | Harbor Lab | mara@harbor.example | @maravoss |\n| Ann Bay, PhD (they/them) | Reef Trust | | |\n',
    )
    expect(ofType('workingGroup')).toMatchObject([
      {
        title: 'Tide',
        roles: [
          {role: 'Chair', person: {_ref: 'guest-mara-voss'}},
          {role: 'Chair', person: {_ref: 'guest-ann-bay'}},
        ],
      },
    ])
    expect(ofType('guest')).toMatchObject([
      {
        name: 'Mara Voss',
        organization: {_ref: 'organization-harbor-lab'},
        links: [{url: 'https://github.com/maravoss'}],
      },
      {name: 'Ann Bay', organization: {_ref: 'organization-reef-trust'}},
    ])
    expect(leftovers.map(({text}) => text)).toContain('mara@harbor.example')
  })

  test('a chair with a handle has the organization after the comma', () => {
    const {ofType} = planOf('## Leadership\n\n- Chair: Mara Voss (@maravoss), Harbor Lab\n')
    expect(ofType('organization').map(({name}) => name)).toEqual(['Harbor Lab'])
    expect(ofType('guest').map(({name}) => name)).toEqual(['Mara Voss'])
  })

  test('the words of a link are no person', () => {
    const {ofType} = planOf(
      '## Past talks\n\n- 2025-02-12: Kelp — Ida Holm, MD (she/her), [vídeo](https://youtu.be/aaaaaaaaaaa)\n',
    )
    expect(ofType('guest').map(({name}) => name)).toEqual(['Ida Holm'])
    expect(ofType('organization')).toEqual([])
    expect(ofType('recording')).toHaveLength(1)
  })
})
