import {draftMode} from 'next/headers'
import {describeProblem, edit, type Touchpoint} from 'touchpoints'
import {Live} from 'touchpoints/next/live'

import {requestLoader} from '../lib/loader'
import {Calendar, Next} from './elements'
import {expire} from './expire'

export default async function Meetings() {
  const {isEnabled} = await draftMode()
  const reader = await requestLoader()
  const {data, problems, syncTags} = await reader.meetingsPage()
  for (const problem of problems) console.warn(describeProblem(problem))
  return (
    <main>
      <Live tags={syncTags} expire={expire} />
      <h1>{data.page?.title ?? 'Meetings'}</h1>
      {isEnabled && (
        <p>
          You see drafts. <a href="/api/draft-mode/disable">Exit preview</a>
        </p>
      )}
      <h2>Next</h2>
      <Next>
        <Touchpoints of={data.upcoming.slice(0, 1)} />
      </Next>
      <h2>Upcoming</h2>
      <Touchpoints of={data.upcoming} />
      <h2>Calendar</h2>
      <Calendar>
        <a href="/api/calendar.ics">Subscribe to the calendar</a>
      </Calendar>
      <h2>Past</h2>
      <Touchpoints of={data.past} />
    </main>
  )
}

function Touchpoints({of}: {of: Touchpoint[]}) {
  return (
    <ul>
      {of.map((touchpoint) => (
        <li key={touchpoint._id}>
          <time dateTime={touchpoint.schedule.start}>{touchpoint.schedule.start}</time>{' '}
          <span data-sanity={edit(touchpoint, 'title')}>{touchpoint.title}</span>
          {touchpoint.status === 'cancelled' && ' (canceled)'}
          {touchpoint.guests.length > 0 && `, with ${namesOf(touchpoint)}`}
        </li>
      ))}
    </ul>
  )
}

function namesOf({guests}: Touchpoint): string {
  return guests.map(({guest}) => guest.name).join(', ')
}
