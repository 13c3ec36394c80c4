import {icalendar, readSnapshot} from 'touchpoints/feeds'

import {reportProblems} from '../reportProblems.ts'
import {print} from '../shell.ts'
import type {Asked} from './asked.ts'
import {unreachable} from '../unreachable.ts'
import {writeOut} from './writeWhole.ts'

/** The merged calendar as `events.json` or `calendar.ics`; what is wrong goes to standard error. */
export async function exportFeed(
  {connection, shell, now, siteUrl}: Asked,
  target: string | undefined,
  asCalendar: boolean,
): Promise<void> {
  const {document, problems} = await readSnapshot(connection.loader, {now}).catch(unreachable)
  const {host} = new URL(siteUrl)
  const text = asCalendar
    ? icalendar(document.events, {title: document.title, host})
    : `${JSON.stringify(document, null, 2)}\n`
  await writeOut(shell, target, text)
  reportProblems(problems, shell)
  if (target !== undefined) print(shell, `${document.events.length} events in ${target}`)
}
