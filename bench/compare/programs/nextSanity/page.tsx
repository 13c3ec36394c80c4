import {createClient, defineQuery} from 'next-sanity'
import {defineLive} from 'next-sanity/live'

import {mergedEvents, type Session} from '../byHand/calendar.ts'

const client = createClient({
  projectId: process.env['NEXT_PUBLIC_SANITY_PROJECT_ID'] ?? '',
  dataset: process.env['NEXT_PUBLIC_SANITY_DATASET'] ?? '',
  apiVersion: '2025-02-19',
  useCdn: false,
})
const {sanityFetch, SanityLive} = defineLive({client})

const meetingsQuery = defineQuery(`{
  "sessions": *[_type == "touchpoint" && schedule.start > $from && schedule.start < $to]{
    title, "start": schedule.start, "minutes": schedule.minutes, status, eventUid
  },
  "feeds": *[_type == "calendar" && enabled != false].feedUrl
}`)

export default async function MeetingsPage() {
  const [from, to] = [daysFromNow(-31), daysFromNow(92)]
  const {data} = await sanityFetch({
    query: meetingsQuery,
    params: {from: from.toISOString(), to: to.toISOString()},
  })
  const {sessions, feeds}: {sessions: Session[]; feeds: string[]} = data
  const events = mergedEvents(sessions, await Promise.all(feeds.map(readFeed)), from, to)
  return (
    <>
      <h1>Meetings</h1>
      <ul>
        {events.map(({start, title, status}) => (
          <li key={start + title}>
            <time dateTime={start}>{start}</time> {title} {status}
          </li>
        ))}
      </ul>
      <SanityLive />
    </>
  )
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000)
}

async function readFeed(url: string): Promise<string> {
  try {
    const response = await fetch(url.replace(/^webcal:/, 'https:'), {
      signal: AbortSignal.timeout(10_000),
      next: {revalidate: 300},
    })
    return response.ok ? await response.text() : ''
  } catch (error) {
    console.error(url, error)
    return ''
  }
}
