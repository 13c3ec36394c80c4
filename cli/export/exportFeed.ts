import {icalendar, readSnapshot} from 'touchpoints/feeds'

import {reportProblems} from '../reportProblems.ts'
import {print} from '../shell.ts'
import type {ExportContext} from './exportContext.ts'
import {unreachable} from '../unreachable.ts'
import {writeOutput} from './writeAtomic.ts'

/** Exports the merged calendar as `events.json` or `calendar.ics`. Problems go to standard error. */
export async function exportFeed(
  {connection, shell, now, siteUrl}: ExportContext,
  target: string | undefined,
  asCalendar: boolean,
): Promise<void> {
  const {document, problems} = await readSnapshot(connection.loader, {now}).catch(unreachable)
  const {host} = new URL(siteUrl)
  const text = asCalendar
    ? icalendar(document.events, {title: document.title, host})
    : `${JSON.stringify(document, null, 2)}\n`
  await writeOutput(shell, target, text)
  reportProblems(problems, shell)
  if (target !== undefined) print(shell, `Exported ${document.events.length} events to ${target}`)
}
