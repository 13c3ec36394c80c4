import {describe, expect, test} from 'vitest'
import {parseRule} from '../../../calendar/recurrence/rule.ts'

describe('parseRule', () => {
  test('reads every part', () => {
    expect(
      parseRule('FREQ=MONTHLY;INTERVAL=2;COUNT=9;WKST=SU;BYDAY=-1FR,2MO;BYMONTHDAY=-1;BYSETPOS=1'),
    ).toEqual({
      ok: true,
      ignored: [],
      rule: {
        freq: 'MONTHLY',
        interval: 2,
        count: 9,
        wkst: 'SU',
        parts: {byDay: ['-1FR', '2MO'], byMonthDay: [-1], bySetPos: [1]},
      },
    })
  })

  test('ignores unknown parts and lists them', () => {
    expect(parseRule('RRULE:Anything;freq=daily;X-A=1')).toMatchObject({
      ok: true,
      ignored: ['"RRULE:Anything"', 'X-A'],
      rule: {freq: 'DAILY', interval: 1},
    })
  })

  test.each([
    ['', 'no FREQ'],
    ['INTERVAL=2', 'no FREQ'],
    ['FREQ=OFTEN', 'FREQ'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL'],
    ['FREQ=DAILY;COUNT=-1', 'COUNT'],
    ['FREQ=DAILY;UNTIL=soon', 'UNTIL'],
    ['FREQ=WEEKLY;BYDAY=MO,XX', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=54MO', 'BYDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY'],
    ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH'],
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR'],
    ['FREQ=DAILY;BYHOUR=1.5', 'BYHOUR'],
    ['FREQ=DAILY;WKST=1MO', 'WKST'],
    ['RSCALE=CHINESE;FREQ=YEARLY', 'RSCALE'],
  ])('rejects "%s" because of %s: half a rule is not what its author meant', (text, part) => {
    expect(parseRule(text)).toMatchObject({ok: false, reason: expect.stringContaining(part)})
  })
})
