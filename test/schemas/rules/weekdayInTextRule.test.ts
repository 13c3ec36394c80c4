import {expect, test} from 'vitest'

import {weekdayInTextRule} from '../../../schemas/rules/weekdayInTextRule.ts'
import {at, findingsOf} from './findingsOf.ts'

const schedule = at('2025-05-27T16:00:00Z')
const messages = (summary: string) =>
  findingsOf(weekdayInTextRule, {schedule, summary}).map(({message}) => message)

test.each([
  'Join us on Monday, May 27',
  'Join us on Monday 27 May 2025',
  'May, Monday 27th',
  'On Monday the 27th of May',
])('“%s” gets a warning, because the date is a Tuesday', (summary) => {
  expect(messages(summary)).toEqual([expect.stringContaining('2025-05-27 is a Tuesday')])
})

test('a weekday next to another date is compared with that date', () => {
  expect(messages('The recording follows on Thursday, May 29')).toEqual([])
  expect(messages('The recording follows on Friday, May 29')).toHaveLength(1)
})

test('a weekday without a date is compared with the session’s date', () => {
  expect(messages('Our Monday touchpoint')).toEqual([
    expect.stringContaining('2025-05-27 is a Tuesday'),
  ])
  expect(messages('Our Tuesday touchpoint, no longer on a Monday')).toEqual([])
})

test('a date that does not exist and words that only resemble weekdays get no warning', () => {
  expect(messages('On Monday, February 31')).toEqual([])
  expect(messages('Sundry monads')).toEqual([])
})

test.each([
  'Fri, 12 March',
  'Mon 12 Mar 2026',
  'On Mon., March 12th, 2026',
  'Mon, 2026-03-12',
  '12 March (Mon)',
  'lunes 12 de marzo',
  'lun. 12 de marzo de 2026',
  'lundi 12 mars 2026',
  'Montag, 12. März',
  'Mo, 12.3.2026',
  '3月12日(月)',
  '3月12日周一',
  'الاثنين 12 مارس',
])(
  '“%s” gets a warning in each wording and language, because the date is a Thursday',
  (summary) => {
    const session = {schedule: at('2026-03-12T17:00:00Z'), summary: `We meet ${summary}.`}
    expect(findingsOf(weekdayInTextRule, session)).toMatchObject([
      {message: expect.stringContaining('2026-03-12 is a Thursday')},
    ])
  },
)

test.each(['Monday round', 'Runde am Montag', 'Ronda del lunes', 'Tour du lundi', '月曜日の 会'])(
  'the title “%s” of an agenda item is compared with the session’s date',
  (title) => {
    const agenda = [{_key: 'a', _type: 'agendaItem', title}]
    expect(findingsOf(weekdayInTextRule, {schedule, agenda})).toMatchObject([
      {path: ['agenda', {_key: 'a'}, 'title']},
    ])
  },
)

test('a translation is checked too, because an editor may read only one language', () => {
  const summaryTranslations = [{_key: 'es', value: 'Nos vemos el lunes'}]
  expect(findingsOf(weekdayInTextRule, {schedule, summaryTranslations})).toHaveLength(1)
})

test.each([
  'March for science',
  'May the force be with you',
  'Friday',
  'Black Friday planning',
  'We sat 12 May in the sun',
  'It was so 12. Mai oder später',
  'Sun and mon are short',
  'El 12 mar y sol',
  'Tue 27 May and Tuesday 27 May 2025',
  'Dienstag, 27. Mai 2025',
  'mardi 27 mai',
  'Chapter 5, Fri 99 March',
])('“%s” gets no warning', (summary) => {
  expect(messages(summary)).toEqual([])
})
