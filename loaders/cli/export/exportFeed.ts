import {icalendar, readProgramme} from '../../feeds/index.ts'
import type {Connection} from '../connection.ts'
import {reportProblems} from '../reportProblems.ts'
import {notReached} from './notReached.ts'
import {writeOut} from './writeWhole.ts'

export interface FeedAsked {
  connection: Connection
  /** UTC instant. */
  now: string
  siteUrl: string
}

/** The merged calendar as `events.json` or `calendar.ics`; what is wrong goes to standard error. */
export async function exportFeed(
  {connection, now, siteUrl}: FeedAsked,
  target: string | undefined,
  asCalendar: boolean,
): Promise<void> {
  const {document, problems} = await readProgramme(connection.loader, {now}).catch(notReached)
  const {host} = new URL(siteUrl)
  const text = asCalendar
    ? icalendar(document.events, {title: document.title, host})
    : `${JSON.stringify(document, null, 2)}\n`
  await writeOut(target, text)
  reportProblems(problems)
  if (target !== undefined) console.log(`${document.events.length} events in ${target}`)
}
