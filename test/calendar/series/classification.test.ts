import {describe, expect, test} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'

const day = ['2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z'] as const

function event(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:one', 'DTSTART:20240328T130000Z', ...lines, 'END:VEVENT']
}

function classesOf(...events: string[][]) {
  const text = ['BEGIN:VCALENDAR', ...events.flat(), 'END:VCALENDAR'].join('\r\n')
  return parseCalendar(text)
    .between(...day)
    .occurrences.map(({classification}) => classification)
}

describe('the classification of an event', () => {
  test.each([
    ['no CLASS', [], undefined],
    ['PUBLIC', ['CLASS:PUBLIC'], undefined],
    ['public in lower case', ['class:public'], undefined],
    ['PRIVATE', ['CLASS:PRIVATE'], 'private'],
    ['private with spaces', ['CLASS: private '], 'private'],
    ['CONFIDENTIAL', ['CLASS:CONFIDENTIAL'], 'confidential'],
    ['a value of a vendor', ['CLASS:X-PERSONAL'], 'private'],
    ['a misspelled value', ['CLASS:PUBLIC-ISH'], 'private'],
    ['an empty value', ['CLASS:'], 'private'],
    ['a parameter', ['CLASS;X-A="b:c":PRIVATE'], 'private'],
    ['a folded line', ['CLASS:PRI', ' VATE'], 'private'],
    ['two lines, the strictest', ['CLASS:PUBLIC', 'CLASS:PRIVATE'], 'private'],
    ['a class of an alarm', ['BEGIN:VALARM', 'CLASS:PRIVATE', 'END:VALARM'], undefined],
  ])('with %s', (_, lines, expected) => {
    expect(classesOf(event(...lines))).toEqual([expected])
  })
})

describe('a changed occurrence', () => {
  const weekly = ['RRULE:FREQ=DAILY;COUNT=2']
  const changed = ['RECURRENCE-ID:20240329T130000Z']

  test('without a class has the one of its series, because exporters leave it out', () => {
    expect(classesOf(event(...weekly, 'CLASS:PRIVATE'), event(...changed))).toContain('private')
    expect(classesOf(event(...changed), event(...weekly, 'CLASS:PRIVATE'))).not.toContain(undefined)
  })

  test('has a class of its own', () => {
    const open = event(...changed, 'CLASS:PUBLIC')
    expect(classesOf(event(...weekly, 'CLASS:PRIVATE'), open).filter(Boolean)).toEqual(['private'])
    const closed = event(...changed, 'CLASS:PRIVATE')
    expect(classesOf(event(...weekly), closed).filter(Boolean)).toEqual(['private'])
  })
})
