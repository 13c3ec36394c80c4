import {icalendar, readSnapshot} from 'touchpoints/feeds'

import {loader, now, siteUrl} from '../../loader.ts'

export async function GET() {
  const {document} = await readSnapshot(loader, {now: now().toISOString()})
  const {host} = new URL(siteUrl)
  return new Response(icalendar(document.events, {title: document.title, host}))
}
