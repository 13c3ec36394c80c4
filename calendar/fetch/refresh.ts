import type {Calendar} from '../types.ts'
import {compareCopies} from './compareCopies.ts'
import {download, type Download} from './download.ts'
import type {FeedFetch} from './feedFetch.ts'
import {TextRefused} from './feedGuard.ts'
import type {FeedCopy, FeedFault, FeedRecord} from './feedRecord.ts'
import type {FetchLimits} from './fetchLimits.ts'
import {backoff} from './freshness.ts'
import {assessCopy} from './assessCopy.ts'

interface RefreshOptions {
  fetch: FeedFetch
  limits: FetchLimits
  allowHosts: readonly string[]
  signal?: AbortSignal | undefined
  now: () => Date
  parse: (text: string) => Calendar
}

/** Requests a feed and returns its new record. Never throws. */
export async function refresh(
  url: string,
  record: FeedRecord | undefined,
  {now, parse, ...options}: RefreshOptions,
): Promise<FeedRecord> {
  const outcome = await download(url, record?.copy, {...options, now: now().getTime()})
  const at = now()
  const before = record ?? newRecord(url, at)
  switch (outcome.kind) {
    case 'fault':
      return failed(before, outcome.fault, at, options.limits, outcome.retryAfter)
    case 'unchanged':
      return confirmed(before, outcome.lifetime, at)
    case 'text':
      return received(before, outcome, parse, at, options.limits)
  }
}

function newRecord(url: string, at: Date): FeedRecord {
  const instant = at.toISOString()
  return {version: 1, url, failures: 0, checkedAt: instant, nextTryAt: instant}
}

function received(
  record: FeedRecord,
  {text, headers, lifetime}: Extract<Download, {kind: 'text'}>,
  parse: (text: string) => Calendar,
  at: Date,
  limits: FetchLimits,
): FeedRecord {
  const last = record.copy
  if (last && last.text === text) {
    return confirmed({...record, copy: {...last, ...headers}}, lifetime, at)
  }
  const calendar = attempt(() => parse(text))
  if (calendar instanceof TextRefused) return failed(record, calendar.fault, at, limits)
  if (calendar instanceof Error) return failed(record, parserFault(record, calendar), at, limits)
  const verdict = assessCopy(calendar, hostOf(record.url), record, limits, at.getTime())
  if (verdict.kind === 'rejected') {
    const lossSince = verdict.loss ? (record.lossSince ?? at.toISOString()) : undefined
    return failed({...record, lossSince}, verdict.fault, at, limits)
  }
  const copy: FeedCopy = {
    ...headers,
    text,
    eventCount: calendar.eventCount,
    confirmedAt: at.toISOString(),
  }
  const change = last && compareCopies(last.text, text, at.toISOString())
  return succeeded({...record, copy, change: change ?? record.change}, lifetime, at)
}

/**
 * Returns an error instead of throwing. The parser never throws by contract; if it does anyway, only
 * that feed is affected and not the page.
 */
function attempt<T>(run: () => T): T | Error {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function parserFault({url}: FeedRecord, {message}: Error): FeedFault {
  const text = `The calendar of ${hostOf(url)} could not be parsed (${message}). This is a bug in touchpoints. Please report it with the feed's address.`
  return {code: 'not-a-calendar', message: text}
}

function confirmed(record: FeedRecord, lifetime: number, at: Date): FeedRecord {
  const {copy} = record
  const renewed = copy && {...copy, confirmedAt: at.toISOString()}
  return succeeded({...record, copy: renewed}, lifetime, at)
}

function succeeded(record: FeedRecord, lifetime: number, at: Date): FeedRecord {
  return {
    ...record,
    fault: undefined,
    failures: 0,
    lossSince: undefined,
    checkedAt: at.toISOString(),
    nextTryAt: later(at, lifetime),
  }
}

function failed(
  record: FeedRecord,
  fault: FeedFault,
  at: Date,
  limits: FetchLimits,
  retryAfter?: number,
): FeedRecord {
  const failures = record.failures + 1
  return {
    ...record,
    fault,
    failures,
    checkedAt: at.toISOString(),
    nextTryAt: later(at, backoff(failures, limits, retryAfter)),
  }
}

function later(at: Date, by: number): string {
  return new Date(at.getTime() + by).toISOString()
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
