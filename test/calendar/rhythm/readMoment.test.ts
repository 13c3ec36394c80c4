import {describe, expect, it} from 'vitest'

import {readLanguages} from '../../../calendar/rhythm/dayNames.ts'
import {placeName, readMoment} from '../../../calendar/rhythm/index.ts'
import {supportedLanguages} from '../../../words/languages.ts'

/** A Thursday at 10:00 in Madrid. */
const options = {now: '2026-11-26T09:00:00Z', timeZone: 'Europe/Madrid'}

function textOf(words: string): string {
  const reading = readMoment(words, options)
  return reading.kind === 'moment' ? reading.text : reading.questions.map(({code}) => code).join()
}

/** The answers to the only question, read again. */
function answers(words: string): string[] {
  const reading = readMoment(words, options)
  if (reading.kind === 'moment') throw new Error(`“${words}” was read as ${reading.text}`)
  return reading.questions.flatMap(({choices}) => choices.map((choice) => textOf(choice.words)))
}

describe('a moment as people write it', () => {
  it.each([
    ['next Thu 6pm Madrid', 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['12 March 18:00 London', 'Fri 12 Mar 2027, 18:00 in London (UTC+0)'],
    ['tomorrow noon', 'Fri 27 Nov 2026, 12:00 in Madrid (UTC+1)'],
    ['2026-12-03 1800 UTC', 'Thu 3 Dec 2026, 18:00 UTC'],
    ['2026-12-03T18:00Z', 'Thu 3 Dec 2026, 18:00 UTC'],
    ['2026-12-03T18:00+01:00', 'Thu 3 Dec 2026, 18:00 UTC+1'],
    ['Tues 1830 EST', 'Tue 1 Dec 2026, 18:30 in New York (UTC-5)'],
    ['4 Dec 5pm Eastern', 'Fri 4 Dec 2026, 17:00 in New York (UTC-5)'],
    ['6 pm on Friday, New York time', 'Fri 27 Nov 2026, 18:00 in New York (UTC-5)'],
    ['Fri 4 December, 18:00 (Madrid time)', 'Fri 4 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['dec 4 6pm', 'Fri 4 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['the 3rd 18:00', 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['fri 18', 'Fri 27 Nov 2026, 18:00 in Madrid (UTC+1)'],
    ['tomorrow evening at 8', 'Fri 27 Nov 2026, 20:00 in Madrid (UTC+1)'],
    ['tonight 8', 'Thu 26 Nov 2026, 20:00 in Madrid (UTC+1)'],
    ['in two weeks 6pm', 'Thu 10 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['Thursday next week at 6 pm', 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['18:00 America/New_York on 4 Dec', 'Fri 4 Dec 2026, 18:00 in New York (UTC-5)'],
    ['Fri 13:00 UTC-11:00', 'Fri 27 Nov 2026, 13:00 UTC-11'],
    ['Friday 18:00 in Buenos Aires', 'Fri 27 Nov 2026, 18:00 in Buenos Aires (UTC-3)'],
    ['Friday 18:00 La Paz', 'Fri 27 Nov 2026, 18:00 in La Paz (UTC-4)'],
    ['in 3 days 18:00', 'Sun 29 Nov 2026, 18:00 in Madrid (UTC+1)'],
    ['in 11 Tagen 18 Uhr', 'Mon 7 Dec 2026, 18:00 in Madrid (UTC+1)'],
    ['3日後 18時', 'Sun 29 Nov 2026, 18:00 in Madrid (UTC+1)'],
    ['25/12 18:00', 'Fri 25 Dec 2026, 18:00 in Madrid (UTC+1)'],
  ])('reads “%s” as %s', (words, text) => {
    expect(textOf(words)).toBe(text)
  })

  it.each([
    'jueves 3 de diciembre a las 18h',
    'jueves que viene a las 6 de la tarde',
    'jeudi prochain à 18h',
    'le 3 décembre à 6 heures du soir',
    'nächsten Donnerstag um 18 Uhr',
    'Do, 3.12. 18 Uhr MEZ',
    '12月3日18時',
    '12月3日 午後6時',
    '下周四下午6点',
    'الخميس القادم الساعة 6 مساء',
    '٣ ديسمبر ٢٠٢٦ ١٨:٠٠',
  ])('reads “%s”, because editors write in their own language', (words) => {
    expect(textOf(words)).toBe('Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)')
  })

  it('knows the languages that pages have', () => {
    expect(readLanguages).toEqual(supportedLanguages)
  })

  it.each([
    ['Fri 18:00-19:30', 90],
    ['Fri 6-7pm', 60],
    ['Fri 18:00 for 45 minutes', 45],
    ['Fri 6 pm for 2 hours', 120],
  ])('reads the length in “%s”', (words, minutes) => {
    expect(readMoment(words, options)).toMatchObject({moment: {minutes}})
  })

  it('keeps the community’s zone for a name of its clock, because the place is nearer', () => {
    expect(readMoment('4 Dec 18:00 CET', options)).toMatchObject({
      moment: {start: '2026-12-04T17:00:00Z', timeZone: 'Europe/Madrid'},
    })
  })

  it('reads four digits after a date as its year, or as the time if the year is far away', () => {
    expect(textOf('12 March 2027')).toBe('no-time')
    expect(textOf('12 March 2000 London')).toBe('Fri 12 Mar 2027, 20:00 in London (UTC+0)')
  })
})

describe('words that leave a doubt', () => {
  it.each([
    ['Fri at 6', ['06:00', '18:00']],
    ['12 March 2027 18:00 IST', ['Kolkata', 'Jerusalem', 'Dublin']],
    ['12 March 2027 18:00 CST', ['Chicago', 'Shanghai']],
    ['12 July 2027 18:00 CET', ['Berlin (UTC+2)', '18:00 UTC+1']],
    ['12 July 2027 18:00 GMT', ['London (UTC+1)', '18:00 UTC']],
    ['3/12 18:00', ['3 Dec 2026', '12 Mar 2027']],
    ['Thu 18:00', ['26 Nov 2026', '3 Dec 2026']],
    ['next Friday 18:00', ['27 Nov 2026', '4 Dec 2026']],
    ['Fri midnight', ['27 Nov 2026, 00:00', '28 Nov 2026, 00:00']],
    ['12 November 18:00', ['2026', '2027']],
    ['Mon 4 Dec 2026 5pm', ['Fri 4 Dec', 'Mon 7 Dec']],
    ['2027-03-28 02:30 Madrid', ['01:30', '03:30']],
    ['2026-10-25 02:30 Madrid', ['(UTC+2)', '(UTC+1)']],
    ['18:00', ['26 Nov', '27 Nov']],
  ])('“%s” is asked, and each answer is read without a doubt', (words, parts) => {
    expect(answers(words)).toEqual(parts.map((part) => expect.stringContaining(part)))
  })

  it('two doubts are asked one after the other, because the words of an answer keep the other one', () => {
    const [first] =
      readMoment('Fri 6 IST', options).kind === 'questions' ? answers('Fri 6 IST') : []
    expect(first).toBe('which-zone')
  })

  it.each([
    ['', 'not-understood'],
    ['gibberish', 'not-understood'],
    ['Fri 25:00', 'not-understood'],
    ['Fri 18:00 Atlantis', 'not-understood'],
    ['Fri 18:00 or Sat 19:00', 'all-or-in-turn'],
    ['4 Dec, 5pm ET / 2pm PT', 'all-or-in-turn'],
    ['31 February 18:00', 'date-differs'],
    ['Friday', 'no-time'],
    ['every Friday 18:00', 'not-understood'],
    ['Fri 18:00 Madrid London', 'not-understood'],
    ['Fri 18:00 Madrid, London', 'hours-disagree'],
  ])('“%s” is not guessed', (words, code) => {
    expect(textOf(words)).toBe(code)
  })

  it('a message has an example, because it has to say what to write', () => {
    expect(readMoment('gibberish', options)).toMatchObject({
      questions: [{message: expect.stringContaining('such as “next Thu 6 pm”')}],
    })
  })
})

it.each([
  ['Europe/Madrid', 'Madrid'],
  ['Etc/GMT-1', 'UTC+1'],
  ['Etc/GMT+5', 'UTC-5'],
  ['UTC', 'UTC'],
  ['America/Indiana/Knox', 'America/Indiana/Knox'],
])('names %s %s, as people do, unless the name is not clear', (timeZone, name) => {
  expect(placeName(timeZone)).toBe(name)
})
