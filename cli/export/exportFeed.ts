import {icalendar, readSnapshot} from 'touchpoints/feeds'

import {reportProblems} from '../reportProblems.ts'
import {print} from '../shell.ts'
import {exampleUrl, type ExportContext} from './exportContext.ts'
import {unreachable} from '../unreachable.ts'
import {writeOutput} from './writeAtomic.ts'

/** Exports the merged calendar as `events.json` or `calendar.ics`. Problems go to standard error. */
export async function exportFeed(
  {connection, shell, now, siteUrl = exampleUrl, language}: ExportContext,
  target: string | undefined,
  asCalendar: boolean,
): Promise<void> {
  const options = {now, ...(language !== undefined && {language})}
  const snapshot = await readSnapshot(connection.loader, options).catch(unreachable)
  const {document, problems} = snapshot
  const {host} = new URL(siteUrl)
  const text = asCalendar
    ? icalendar(document.events, {title: document.title, host, language: snapshot.language})
    : `${JSON.stringify(document, null, 2)}\n`
  await writeOutput(shell, target, text)
  reportProblems(problems, shell)
  if (target !== undefined) print(shell, `Exported ${document.events.length} events to ${target}`)
}
