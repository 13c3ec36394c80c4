import {draftMode} from 'next/headers'
import {describeProblem, type Touchpoint} from 'touchpoints'

import {requestLoader} from '../lib/loader'
import {Calendar, Next} from './elements'

export default async function Meetings() {
  const {isEnabled} = await draftMode()
  const reader = await requestLoader()
  const {data, problems} = await reader.meetingsPage()
  for (const problem of problems) console.warn(describeProblem(problem))
  return (
    <main>
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
      {of.map(({_id, title, schedule, status, guests}) => (
        <li key={_id}>
          <time dateTime={schedule.start}>{schedule.start}</time> {title}
          {status === 'cancelled' && ' (cancelled)'}
          {guests.length > 0 && `, with ${guests.map(({guest}) => guest.name).join(', ')}`}
        </li>
      ))}
    </ul>
  )
}
