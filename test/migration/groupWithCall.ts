export const refTo = (_ref: string) => ({_type: 'reference', _ref})

export const recurrence = {
  _type: 'recurrence',
  frequency: 'weekly',
  interval: 2,
  weekdays: ['TU'],
  ordinal: null,
  time: '16:00',
  timeZone: 'Europe/London',
  startDate: '2025-01-07',
}
export const call = {
  _type: 'workingGroupCall',
  title: 'Metrics call',
  audience: 'members',
  recurrence,
  minutes: 45,
  joinUrl: 'https://meet.example.org/metrics',
  calendar: refTo('calendar-1'),
  eventUid: 'metrics@example.org',
}
/** A group of the previous model. */
export const group = {
  _id: 'group-1',
  _type: 'workingGroup',
  title: 'Metrics',
  slug: {_type: 'slug', current: 'metrics'},
  phase: 'active',
  call,
}
