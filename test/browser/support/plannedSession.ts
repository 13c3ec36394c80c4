import {dateIn} from '../../support/clock/testNow.ts'

/** Returns a session of the sample community, for tests that change it. */
export function plannedSession(_id: string, title: string, days = 30) {
  return {
    _id,
    _type: 'touchpoint',
    title,
    slug: {_type: 'slug', current: _id},
    series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
    schedule: {
      _type: 'schedule',
      start: `${dateIn(days)}T14:00:00Z`,
      timeZone: 'Europe/Madrid',
      minutes: 60,
    },
    status: 'planned',
    audience: 'everyone',
    recordingPolicy: 'recorded',
  }
}
