import {
  applySilences,
  audit as auditStatements,
  defaultAuditDays,
} from '@touchpoints/calendar/audit'
import {type FeedFetch, fetchPage, guardedFetch} from '@touchpoints/calendar/fetch'

import {annotations} from './audit/annotations.ts'
import {findDeadRooms} from './audit/findDeadRooms.ts'
import {readSilences} from './audit/readSilences.ts'
import {readStatements, type Window} from './audit/readStatements.ts'
import {reportFindings} from './audit/reportFindings.ts'
import {CliError} from './CliError.ts'
import {connect} from './connection.ts'
import {progressLine} from './progressLine.ts'
import {reportProblems} from './reportProblems.ts'
import {hasColors, print, type Shell} from './shell.ts'

export interface AuditRequest {
  now: Date
  /** Start and end of the window. Default to the audit's own. */
  from: Date | undefined
  to: Date | undefined
  /** Addresses of pages that announce meetings. */
  pages: readonly string[]
  /** Requests every join link. */
  links: boolean
  /** Hosts that may be requested despite a private address, also over http. */
  allowHosts: readonly string[]
  /** The file of silenced findings. Absent for the default one. */
  silences: string | undefined
  format: 'text' | 'json' | 'github'
}

/** Runs `touchpoints audit`. */
export async function audit(request: AuditRequest, shell: Shell): Promise<void> {
  const {allowHosts, format, links} = request
  const window = windowOf(request)
  const silences = await readSilences(request.silences, shell.folder)
  const connection = connect({env: shell.env, folder: shell.folder, now: request.now})
  const {sources, problems} = await readStatements(connection, window)
  const fetch = guardedFetch({allowHosts})
  const pages = await readPages(request.pages, fetch, allowHosts)
  const progress = progressLine(shell)
  const deadRooms = links ? await findDeadRooms(sources, window, {fetch, progress}) : []
  progress('')
  const all = auditStatements({sources, pages, deadRooms}, window)
  const result = applySilences(all, silences, window.now.slice(0, 10))
  switch (format) {
    case 'text':
      print(shell, reportFindings(result, {...window, colors: hasColors(shell)}))
      break
    case 'json':
      print(shell, JSON.stringify({...window, ...result}, undefined, 2))
      break
    case 'github':
      if (result.findings.length > 0) print(shell, annotations(result.findings))
  }
  reportProblems(problems, shell)
  if (result.findings.some(({level}) => level !== 'info')) shell.fail()
}

const day = 86_400_000

function windowOf({now, from, to}: Pick<AuditRequest, 'now' | 'from' | 'to'>): Window {
  const {back, ahead} = defaultAuditDays
  const start = from ?? new Date(now.getTime() - back * day)
  const end = to ?? new Date(now.getTime() + ahead * day)
  if (start >= end) {
    const message = `--from (${start.toISOString()}) is not before --to (${end.toISOString()}). Correct one of them.`
    throw new CliError('usage', message)
  }
  return {from: start.toISOString(), to: end.toISOString(), now: now.toISOString()}
}

async function readPages(urls: readonly string[], fetch: FeedFetch, allowHosts: readonly string[]) {
  return Promise.all(urls.map((url) => fetchPage(url, {fetch, allowHosts})))
}
