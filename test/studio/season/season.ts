import type {SeasonFacts} from '../../../studio/season/readSeason.ts'
import {readSeason} from '../../../studio/season/readSeason.ts'
import {type GridOptions, seasonGrid} from '../../../studio/season/seasonGrid.ts'

interface Slot {
  weekdays?: string[]
  time?: string
  timeZone?: string
  startDate?: string
  [field: string]: unknown
}

/** A stored weekly slot: Thursdays at 12:00 in London. */
export function slot(values: Slot = {}) {
  return {
    _type: 'recurrence',
    frequency: 'weekly',
    interval: 1,
    weekdays: ['TH'],
    time: '12:00',
    timeZone: 'Europe/London',
    startDate: '2025-01-02',
    ...values,
  }
}

/** A stored series that needs sessions, as `seasonQuery` selects it. */
export function storedSeries(id: string, values: Record<string, unknown> = {}) {
  return {
    _id: id,
    title: id,
    slug: id,
    meets: 'scheduled',
    lifecycle: 'active',
    minutes: 60,
    audience: 'everyone',
    cadence: {slots: [slot()]},
    ...values,
  }
}

/** A stored session, as `seasonQuery` selects it. */
export function storedSession(
  id: string,
  start: string,
  {series = 'docs', timeZone = 'Europe/London', ...values}: Record<string, unknown> = {},
) {
  return {
    _id: id,
    title: id,
    status: 'confirmed',
    series,
    schedule: {start, timeZone, minutes: 60},
    ...values,
  }
}

export function factsOf(values: {
  series?: object[]
  sessions?: object[]
  breaks?: object[]
}): SeasonFacts {
  return readSeason({series: [], sessions: [], ...values})
}

export const options: GridOptions = {
  monday: '2026-01-05',
  weeks: 26,
  now: '2026-01-05T00:00:00Z',
  timeZone: 'Europe/London',
  communityTitle: 'Whole community',
}

export function gridOf(values: Parameters<typeof factsOf>[0], changed: Partial<GridOptions> = {}) {
  return seasonGrid(factsOf(values), {...options, ...changed})
}
