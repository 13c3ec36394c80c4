import {isolatedCalendars} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'

const loader = createLoader({
  projectId: process.env['SANITY_PROJECT_ID'],
  dataset: process.env['SANITY_DATASET'],
  calendars: isolatedCalendars({cacheFolder: '.touchpoints/feeds'}),
})

export async function meetingsPage(): Promise<string> {
  const {data: page, problems} = await loader.meetingsPage()
  const {data: events, problems: ofEvents} = await loader.events({page})
  for (const {message} of [...problems, ...ofEvents]) console.warn(message)
  return `<h1>Meetings</h1>
<ul>${events.map(({start, title, status}) => item(start, title, status)).join('')}</ul>`
}

function item(start: string, title: string, status: string): string {
  return `<li><time datetime="${escape(start)}">${escape(start)}</time> ${escape(title)} ${escape(status)}</li>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
