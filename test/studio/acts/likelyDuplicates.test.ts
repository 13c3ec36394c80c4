import {expect, test} from 'vitest'

import {
  likelyDuplicates,
  type NamedDocument,
} from '../../../studio/acts/inPlace/likelyDuplicates.ts'

function named(name: string, links: readonly string[] = []): NamedDocument {
  return {id: name, type: 'guest', name, links}
}

const reasonOf = (typed: string, existing: string) =>
  likelyDuplicates({name: typed}, [named(existing)])[0]?.reason ?? 'another'

test.for([
  ['Dana Wang', 'Dana Wang', 'same name'],
  ['dana  wang ', 'Dana Wang', 'same name'],
  ['Wang, Dana', 'Dana Wang', 'same name'],
  ['Ana Jimenez', 'Ana Jiménez', 'same name'],
  ['Soren Lukasz', 'Søren Łukasz', 'same name'],
  ['Strasse', 'Straße', 'same name'],
  ['Jean Luc Picard', 'Jean-Luc Picard', 'same name'],
  ['Jeanluc Picard', 'Jean-Luc Picard', 'same name'],
  ['Conor O’Brien', "Conor O'Brien", 'same name'],
  ['Dr. Dana Wang', 'Dana Wang', 'same name'],
  ['山田太郎', '山田太郎', 'same name'],
  ['山田 太郎', '山田太郎', 'same name'],
  ['D. Wang', 'Dana Wang', 'similar name'],
  ['Dana W.', 'Dana Wang', 'similar name'],
  ['Dana M. Wang', 'Dana Wang', 'similar name'],
  ['Dana Wnag', 'Dana Wang', 'similar name'],
  ['Danna Wang', 'Dana Wang', 'similar name'],
  ['Georg Kuntz', 'Georg Kunz', 'similar name'],
  ['Acme', 'Acme Inc.', 'similar name'],
  ['ACME GmbH', 'Acme Ltd', 'similar name'],
  ['Linuxfoundaton', 'Linux Foundation', 'similar name'],
  ['Linux Foundaton', 'Linux Foundation', 'similar name'],
  ['Dana Miller', 'Dana Wang', 'another'],
  ['Wei Wang', 'Dana Wang', 'another'],
  ['Dana', 'Dana Wang', 'another'],
  ['Ana Ruiz', 'Ada Ruiz', 'another'],
  ['D. W.', 'Dana Wang', 'another'],
  ['', 'Dana Wang', 'another'],
  ['…', '—', 'another'],
  ['山田花子', '山田太郎', 'another'],
  ['Linux Foundation', 'Eclipse Foundation', 'another'],
] as const)('“%s” and the existing “%s” have the %s', ([typed, existing, reason]) => {
  expect(reasonOf(typed, existing)).toBe(reason)
})

test('a person with the same link is a likely duplicate, because people change their names', () => {
  const existing = named('Dana Miller', ['https://www.linkedin.com/in/dana/'])
  const typed = {name: 'Dana Wang', link: 'http://linkedin.com/in/Dana'}
  expect(likelyDuplicates(typed, [existing])).toEqual([{document: existing, reason: 'same link'}])
})

test('a text that is not a link is the same as no other one', () => {
  expect(likelyDuplicates({name: 'A', link: 'dana'}, [named('B', ['dana'])])).toEqual([])
})

test('the same name comes before the same link and a similar name, because the editor reads the first one', () => {
  const existing = [
    named('Dana Wnag'),
    named('Someone', ['https://example.org/dana']),
    named('Dana Wang'),
  ]
  const typed = {name: 'Dana Wang', link: 'https://example.org/dana'}
  expect(likelyDuplicates(typed, existing).map(({reason}) => reason)).toEqual([
    'same name',
    'same link',
    'similar name',
  ])
})
