import {icalendar, readProgramme} from 'touchpoints/feeds'

import {loader, now, siteUrl} from '../../loader.ts'

export async function GET() {
  const {document} = await readProgramme(loader, {now: now().toISOString()})
  const {host} = new URL(siteUrl)
  return new Response(icalendar(document.events, {title: document.title, host}))
}
