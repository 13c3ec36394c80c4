import {icalendar, readSnapshot} from 'touchpoints/feeds'

import {loader, siteUrl} from '../../loader.ts'

export async function GET() {
  const {document} = await readSnapshot(loader)
  const {host} = new URL(siteUrl)
  return new Response(icalendar(document.events, {title: document.title, host}))
}
