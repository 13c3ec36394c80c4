import type {Cadence, Recurrence} from '@touchpoints/calendar/time'
import {describe, expect, test} from 'vitest'

import {cadenceChanges, cadenceSentence, wordsIn} from '../../words/index.ts'

const weekly: Recurrence = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '16:00',
  timeZone: 'Europe/Berlin',
  startDate: '2025-01-09',
}
const monthly: Recurrence = {
  ...weekly,
  frequency: 'monthly',
  monthlyOn: 'weekday',
  weekdays: ['TU'],
  ordinals: [3, 1],
}
const businessDay: Recurrence = {...monthly, monthlyOn: 'businessDay', weekdays: [], ordinals: [1]}
const onDate: Recurrence = {...monthly, monthlyOn: 'date', weekdays: [], ordinals: []}

const languages = ['en', 'es', 'fr', 'de', 'ja', 'zh', 'ar'] as const
type Sentences = Record<(typeof languages)[number], string>

/** Latin places are isolated in Arabic. */
const berlin = '(\u2068Berlin\u2069)'

const table: {slots: Recurrence[]; sentences: Sentences}[] = [
  {
    slots: [{...weekly, weekdays: ['TH', 'MO']}],
    sentences: {
      en: 'Every Monday and Thursday at 16:00 (Berlin)',
      es: 'Cada lunes y jueves a las 16:00 (Berlin)',
      fr: 'Chaque lundi et jeudi à 16:00 (Berlin)',
      de: 'Jeden Montag und Donnerstag um 16:00 Uhr (Berlin)',
      ja: '毎週月曜日、木曜日 16:00（Berlin）',
      zh: '每周一和周四 16:00（Berlin）',
      ar: `كل أسبوع يوم الاثنين والخميس الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...weekly, interval: 2}],
    sentences: {
      en: 'Every 2 weeks on Thursday at 16:00 (Berlin)',
      es: 'Cada 2 semanas, el jueves a las 16:00 (Berlin)',
      fr: 'Toutes les 2 semaines, le jeudi à 16:00 (Berlin)',
      de: 'Alle 2 Wochen am Donnerstag um 16:00 Uhr (Berlin)',
      ja: '2週間ごとの木曜日 16:00（Berlin）',
      zh: '每 2 周的周四 16:00（Berlin）',
      ar: `كل أسبوعين يوم الخميس الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...weekly, weeks: 'odd'}],
    sentences: {
      en: 'Every Thursday in odd calendar weeks at 16:00 (Berlin)',
      es: 'Cada jueves de las semanas impares a las 16:00 (Berlin)',
      fr: 'Chaque jeudi des semaines impaires à 16:00 (Berlin)',
      de: 'Jeden Donnerstag in ungeraden Kalenderwochen um 16:00 Uhr (Berlin)',
      ja: '奇数週の木曜日 16:00（Berlin）',
      zh: '单数周的周四 16:00（Berlin）',
      ar: `يوم الخميس في الأسابيع الفردية الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [monthly],
    sentences: {
      en: 'Every 1st and 3rd Tuesday of the month at 16:00 (Berlin)',
      es: 'El primer y tercer martes de cada mes a las 16:00 (Berlin)',
      fr: 'Le 1er et 3e mardi de chaque mois à 16:00 (Berlin)',
      de: 'Jeden 1. und 3. Dienstag im Monat um 16:00 Uhr (Berlin)',
      ja: '毎月第1、第3火曜日 16:00（Berlin）',
      zh: '每月第一个和第三个周二 16:00（Berlin）',
      ar: `الثلاثاء الأول والثالث من كل شهر الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...monthly, interval: 3, ordinals: [-2]}],
    sentences: {
      en: 'Every 3 months on the second-to-last Tuesday at 16:00 (Berlin)',
      es: 'Cada 3 meses, el penúltimo martes a las 16:00 (Berlin)',
      fr: 'Tous les 3 mois, le pénultième mardi à 16:00 (Berlin)',
      de: 'Alle 3 Monate am vorletzten Dienstag um 16:00 Uhr (Berlin)',
      ja: '3か月ごとの最後から2番目の火曜日 16:00（Berlin）',
      zh: '每 3 个月的倒数第二个周二 16:00（Berlin）',
      ar: `كل 3 أشهر، الثلاثاء قبل الأخير الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...monthly, ordinals: [4], dayOffset: 1}],
    sentences: {
      en: 'The Wednesday after the 4th Tuesday of each month at 16:00 (Berlin)',
      es: 'El miércoles posterior al cuarto martes de cada mes a las 16:00 (Berlin)',
      fr: 'Le mercredi suivant le 4e mardi de chaque mois à 16:00 (Berlin)',
      de: 'Am Mittwoch nach dem 4. Dienstag jedes Monats um 16:00 Uhr (Berlin)',
      ja: '毎月第4火曜日の次の水曜日 16:00（Berlin）',
      zh: '每月第四个周二之后的周三 16:00（Berlin）',
      ar: `الأربعاء بعد الثلاثاء الرابع من كل شهر الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...monthly, ordinals: [-1], dayOffset: -1}],
    sentences: {
      en: 'The Monday before the last Tuesday of each month at 16:00 (Berlin)',
      es: 'El lunes anterior al último martes de cada mes a las 16:00 (Berlin)',
      fr: 'Le lundi précédant le dernier mardi de chaque mois à 16:00 (Berlin)',
      de: 'Am Montag vor dem letzten Dienstag jedes Monats um 16:00 Uhr (Berlin)',
      ja: '毎月最終火曜日の前の月曜日 16:00（Berlin）',
      zh: '每月最后一个周二之前的周一 16:00（Berlin）',
      ar: `الاثنين قبل الثلاثاء الأخير من كل شهر الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [businessDay],
    sentences: {
      en: 'Every 1st business day of the month at 16:00 (Berlin)',
      es: 'El primer día laborable de cada mes a las 16:00 (Berlin)',
      fr: 'Le 1er jour ouvré de chaque mois à 16:00 (Berlin)',
      de: 'Jeden 1. Werktag (Mo–Fr) im Monat um 16:00 Uhr (Berlin)',
      ja: '毎月第1平日（月～金） 16:00（Berlin）',
      zh: '每月第一个工作日（周一至周五） 16:00（Berlin）',
      ar: `يوم العمل الأول (الاثنين–الجمعة) من كل شهر الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...onDate, startDate: '2025-01-01'}],
    sentences: {
      en: 'Every month on the 1st at 16:00 (Berlin)',
      es: 'El día 1 de cada mes a las 16:00 (Berlin)',
      fr: 'Le 1er de chaque mois à 16:00 (Berlin)',
      de: 'Jeden Monat am 1. um 16:00 Uhr (Berlin)',
      ja: '毎月1日 16:00（Berlin）',
      zh: '每月 1 日 16:00（Berlin）',
      ar: `يوم 1 من كل شهر الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...onDate, interval: 6, startDate: '2025-01-22'}],
    sentences: {
      en: 'Every 6 months on the 22nd at 16:00 (Berlin)',
      es: 'Cada 6 meses, el día 22 a las 16:00 (Berlin)',
      fr: 'Tous les 6 mois, le 22 à 16:00 (Berlin)',
      de: 'Alle 6 Monate am 22. um 16:00 Uhr (Berlin)',
      ja: '6か月ごとの22日 16:00（Berlin）',
      zh: '每 6 个月的 22 日 16:00（Berlin）',
      ar: `كل 6 أشهر في اليوم 22 الساعة 4:00 م ${berlin}`,
    },
  },
  {
    slots: [{...weekly, endDate: '2026-03-26'}],
    sentences: {
      en: 'Every Thursday at 16:00 (Berlin), until 26 March 2026',
      es: 'Cada jueves a las 16:00 (Berlin), hasta el 26 de marzo de 2026',
      fr: 'Chaque jeudi à 16:00 (Berlin), jusqu’au 26 mars 2026',
      de: 'Jeden Donnerstag um 16:00 Uhr (Berlin), bis 26. März 2026',
      ja: '毎週木曜日 16:00（Berlin）、2026年3月26日まで',
      zh: '每周四 16:00（Berlin），至 2026年3月26日',
      ar: `كل أسبوع يوم الخميس الساعة 4:00 م ${berlin}، حتى 26 مارس 2026`,
    },
  },
  {
    slots: [
      {...weekly, interval: 2},
      {...weekly, interval: 2, startDate: '2025-01-16', time: '09:00'},
    ],
    sentences: {
      en: 'In turn: every 2 weeks on Thursday at 16:00 (Berlin); every 2 weeks on Thursday at 09:00 (Berlin)',
      es: 'Por turnos: cada 2 semanas, el jueves a las 16:00 (Berlin); cada 2 semanas, el jueves a las 09:00 (Berlin)',
      fr: 'En alternance\u00a0: toutes les 2 semaines, le jeudi à 16:00 (Berlin)\u202f; toutes les 2 semaines, le jeudi à 09:00 (Berlin)',
      de: 'Im Wechsel: alle 2 Wochen am Donnerstag um 16:00 Uhr (Berlin); alle 2 Wochen am Donnerstag um 09:00 Uhr (Berlin)',
      ja: '交互に開催：2週間ごとの木曜日 16:00（Berlin）；2週間ごとの木曜日 09:00（Berlin）',
      zh: '轮流举行：每 2 周的周四 16:00（Berlin）；每 2 周的周四 09:00（Berlin）',
      ar: `بالتناوب: كل أسبوعين يوم الخميس الساعة 4:00 م ${berlin}؛ كل أسبوعين يوم الخميس الساعة 9:00 ص ${berlin}`,
    },
  },
]

describe.each(languages)('the sentence about a cadence in %s', (language) => {
  test.each(table)('$sentences.en', ({slots, sentences}) => {
    const sentence = cadenceSentence({slots, breaks: []}, wordsIn(language))
    expect(sentence).toBe(sentences[language])
  })
})

describe('the sentence', () => {
  const words = wordsIn('en')
  const sentence = (slots: Recurrence[], today?: string, breaks: Cadence['breaks'] = []) =>
    cadenceSentence({slots, breaks}, words, today === undefined ? {} : {today})

  test.each([
    [{...weekly, weekdays: []}, 'Every Thursday at 16:00 (Berlin)'],
    [{...onDate, startDate: '2025-01-21'}, 'Every month on the 21st at 16:00 (Berlin)'],
    [
      {...monthly, interval: 3, ordinals: [-1] as const},
      'Every 3 months on the last Tuesday at 16:00 (Berlin)',
    ],
    [
      {...weekly, weeks: 'even' as const},
      'Every Thursday in even calendar weeks at 16:00 (Berlin)',
    ],
    [{...monthly, ordinals: [-1] as const}, 'Every last Tuesday of the month at 16:00 (Berlin)'],
    [
      {...monthly, weekdays: ['TH', 'MO'] as const, ordinals: [2] as const},
      'Every 2nd Monday and 2nd Thursday of the month at 16:00 (Berlin)',
    ],
    [
      {...businessDay, ordinals: [-1] as const},
      'Every last business day of the month at 16:00 (Berlin)',
    ],
    [
      {...monthly, dayOffset: -6, ordinals: [1] as const},
      'The Wednesday before the 1st Tuesday of each month at 16:00 (Berlin)',
    ],
    [
      {...weekly, timeZone: 'America/New_York', endDate: null, weeks: null},
      'Every Thursday at 16:00 (New York)',
    ],
  ])('%#: %o', (slot, text) => {
    expect(sentence([slot])).toBe(text)
  })

  test('lists slots that do not take turns, and those on odd and even weeks in turn', () => {
    const early = {...weekly, weekdays: ['MO'] as const, time: '10:00'}
    expect(sentence([weekly, early])).toBe(
      'Every Thursday at 16:00 (Berlin); every Monday at 10:00 (Berlin)',
    )
    expect(
      sentence([
        {...weekly, weeks: 'odd'},
        {...early, weeks: 'even'},
      ]),
    ).toMatch(/^In turn: /)
  })

  test.each([
    ['in other weeks', {...weekly, interval: 2}, '2025-01-13', true],
    ['in the same weeks', {...weekly, interval: 2}, '2025-01-06', false],
    ['in the same weeks, four weeks later', {...weekly, interval: 2}, '2025-02-06', false],
    ['in other months', {...monthly, interval: 2}, '2025-04-01', true],
    ['in the same months', {...monthly, interval: 2}, '2025-03-01', false],
  ])('says that slots take turns only if they meet %s: %#', (_, slot, startDate, inTurn) => {
    const text = sentence([slot, {...slot, startDate, time: '09:00'}])
    expect(text.startsWith('In turn: ')).toBe(inTurn)
  })

  test('says which of several slots comes when, because the words alone are the same', () => {
    const slots = [
      {...weekly, interval: 2},
      {...weekly, interval: 2, time: '09:00'},
      {...weekly, weekdays: ['MO' as const]},
    ]
    const firstDateOf = ({time}: Recurrence) => (time === '09:00' ? '2025-02-13' : '2025-02-06')
    expect(cadenceSentence({slots, breaks: []}, words, {today: '2025-02-01', firstDateOf})).toBe(
      'Every 2 weeks on Thursday at 16:00 (Berlin), from 6 February 2025; every 2 weeks on Thursday at 09:00 (Berlin), from 13 February 2025; every Monday at 16:00 (Berlin)',
    )
    expect(cadenceSentence({slots: slots.slice(0, 1), breaks: []}, words, {firstDateOf})).toBe(
      'Every 2 weeks on Thursday at 16:00 (Berlin)',
    )
  })

  test('says from when a changed slot counts, and forgets the old one once it is over', () => {
    const before = {...weekly, endDate: '2026-03-26'}
    const after = {...weekly, time: '15:00', startDate: '2026-04-02'}
    const both =
      'Every Thursday at 16:00 (Berlin), until 26 March 2026; from 2 April 2026: every Thursday at 15:00 (Berlin)'
    expect(sentence([before, after])).toBe(both)
    expect(sentence([before, after], '2026-03-26')).toBe(both)
    expect(sentence([before, after], '2026-03-27')).toBe(
      'From 2 April 2026: every Thursday at 15:00 (Berlin)',
    )
    expect(sentence([before, after], '2026-04-02')).toBe('Every Thursday at 15:00 (Berlin)')
  })

  test('is empty without a slot, or after the last date', () => {
    expect(sentence([])).toBe('')
    expect(sentence([{...weekly, endDate: '2026-03-26'}], '2026-03-27')).toBe('')
  })

  test('ends with the breaks that are not over, soonest first', () => {
    const breaks = [
      {from: '2026-08-01', to: '2026-08-31', reason: 'Summer'},
      {from: '2025-12-22', to: '2026-01-02'},
      {from: '2026-05-01', to: '2026-05-01'},
    ]
    expect(sentence([weekly], undefined, breaks)).toBe(
      'Every Thursday at 16:00 (Berlin). Break from 22 December 2025 to 2 January 2026. Break on 1 May 2026. Break from 1 August 2026 to 31 August 2026 (Summer)',
    )
    expect(sentence([weekly], '2026-05-02', breaks)).toBe(
      'Every Thursday at 16:00 (Berlin). Break from 1 August 2026 to 31 August 2026 (Summer)',
    )
  })
})

describe('the changes of a cadence', () => {
  const exceptions: Cadence['exceptions'] = [
    {
      kind: 'moved',
      date: '2026-03-05',
      toDate: '2026-03-06',
      toTime: '15:00',
      reason: 'Conference',
    },
    {kind: 'skipped', date: '2025-12-25', reason: 'Holidays'},
    {kind: 'skipped', date: '2026-04-02', time: '16:00'},
  ]

  test('are dates that are off or moved, in order', () => {
    expect(cadenceChanges({exceptions}, wordsIn('en'))).toEqual([
      'Does not take place on 25 December 2025 (Holidays)',
      '5 March 2026 moved to 6 March 2026, 15:00 (Conference)',
      'Does not take place on 2 April 2026, 16:00',
    ])
  })

  test('are left out once they are over', () => {
    const changes = cadenceChanges({exceptions}, wordsIn('de'), {today: '2026-03-06'})
    expect(changes).toEqual([
      '5. März 2026: verlegt auf 6. März 2026, 15:00 (Conference)',
      'Entfällt am 2. April 2026, 16:00',
    ])
  })
})
