import {createClient} from '@sanity/client'

import {mergedEvents, type Session} from './calendar.ts'

const client = createClient({
  projectId: process.env['SANITY_PROJECT_ID'] ?? '',
  dataset: process.env['SANITY_DATASET'] ?? '',
  apiVersion: '2025-02-19',
  useCdn: false,
})

const query = `{
  "sessions": *[_type == "touchpoint" && schedule.start > $from && schedule.start < $to]{
    title, "start": schedule.start, "minutes": schedule.minutes, status, eventUid
  },
  "feeds": *[_type == "calendar" && enabled != false].feedUrl
}`

export async function meetingsPage(): Promise<string> {
  const from = new Date(Date.now() - 31 * 86_400_000)
  const to = new Date(Date.now() + 92 * 86_400_000)
  const {sessions, feeds} = await client.fetch<{sessions: Session[]; feeds: string[]}>(query, {
    from: from.toISOString(),
    to: to.toISOString(),
  })
  const texts = await Promise.all(feeds.map(readFeed))
  const events = mergedEvents(sessions, texts, from, to)
  return `<h1>Meetings</h1>
<ul>${events.map(({start, title, status}) => item(start, title, status)).join('')}</ul>`
}

async function readFeed(url: string): Promise<string> {
  try {
    const response = await fetch(url.replace(/^webcal:/, 'https:'), {
      signal: AbortSignal.timeout(10_000),
    })
    return response.ok ? await response.text() : ''
  } catch (error) {
    console.error(url, error)
    return ''
  }
}

function item(start: string, title: string, status: string): string {
  return `<li><time datetime="${escape(start)}">${escape(start)}</time> ${escape(title)} ${escape(status)}</li>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
