import {wordsIn} from '@touchpoints/words'
import {describeProblem} from 'touchpoints'
import {Live} from 'touchpoints/next/live'

import {requestLoader} from '../../../lib/loader'
import {Calendar, Next} from '../../elements'
import {expire} from '../../expire'
import {Sessions} from '../../sessions'

export default async function Meetings() {
  const reader = await requestLoader()
  const {data, problems, syncTags} = await reader.meetingsPage()
  for (const problem of problems) console.warn(describeProblem(problem))
  const words = wordsIn(data.community?.languages[0] ?? 'en')
  return (
    <main>
      <Live tags={syncTags} expire={expire} />
      <h1>{data.page?.title ?? words.say('site.meetings')}</h1>
      <h2>{words.say('site.next')}</h2>
      <Next>
        <Sessions of={data.upcoming.slice(0, 1)} words={words} />
      </Next>
      <h2>{words.say('site.upcoming')}</h2>
      <Sessions of={data.upcoming} words={words} />
      <h2>{words.say('pages.calendar')}</h2>
      <Calendar>
        <a href="/api/calendar.ics">{words.say('calendar.subscribe')}</a>
      </Calendar>
      {data.past.length > 0 && (
        <>
          <h2>{words.say('site.past')}</h2>
          <Sessions of={data.past} words={words} />
        </>
      )}
    </main>
  )
}
