import {Badge, type BadgeTone, Box, Flex, Stack, Text} from '@sanity/ui'
import {datesIn} from '@touchpoints/words/dates'
import {statusWord} from '@touchpoints/words/plain'
import type {ReactNode} from 'react'
import {useWorkspace} from 'sanity'

import {statusTitle} from '../attention/statusTitle.ts'
import {entryTimes} from './entryTimes.ts'
import {OverviewSection, RowList} from './OverviewSection.tsx'
import {DocumentLink, PlaceLink} from '../links/DocumentLink.tsx'
import type {OwnMeeting} from './ownMeetings.ts'
import type {WeekDay, WeekEntry} from './weekEntries.ts'

interface WeekSectionProps {
  /** The days with meetings. Without any, the next session is shown. */
  days: readonly WeekDay[]
  next: WeekEntry | undefined
  /** UTC instant. */
  now: string
  /** IANA ids: the zone of the community, and the one of the editor. */
  timeZone: string
  ownZone: string
  calendars: CalendarsState
}

/** Whether the community's own calendars are read. "none" without the URL of the merged calendar. */
export type CalendarsState = 'none' | 'loading' | 'failed' | 'loaded'

const calendarsNotes = {
  none: ' Calendars are not read here.',
  loading: ' The calendars are being read.',
  failed: ' The calendars could not be read: see Calendars.',
  loaded: '',
} as const satisfies Record<CalendarsState, string>

/** What meets in the next seven days, by day. */
export function WeekSection({days, next, now, timeZone, ownZone, calendars}: WeekSectionProps) {
  const {zoneName} = datesIn('en')
  const dates = days.length === 0 && next ? [dayOf(next, timeZone)] : days
  const own = ownZone === timeZone ? '' : ` Second line: your time, ${zoneName(now, ownZone)}.`
  return (
    <OverviewSection
      title="This week"
      count={days.reduce((count, {entries}) => count + entries.length, 0)}
      note={
        days.length === 0
          ? `${emptyNote(calendars)}${next ? ' The next session:' : ''}`
          : `Today and the next six days. Times are in ${zoneName(now, timeZone)}.${own}${calendarsNotes[calendars]}`
      }
    >
      {dates.map(({name, entries}) => (
        <Stack key={name} gap={2} paddingTop={2}>
          <Text as="h3" size={1} weight="semibold">
            {name}
          </Text>
          <RowList label={name}>
            {entries.map((entry) => (
              <li key={entry.key}>
                <EntryRow entry={entry} {...entryTimes(entry, timeZone, ownZone)} />
              </li>
            ))}
          </RowList>
        </Stack>
      ))}
    </OverviewSection>
  )
}

/** Nothing meets only when the calendars say so too. */
function emptyNote(calendars: CalendarsState): string {
  const within = 'today or in the next six days'
  return calendars === 'loaded'
    ? `Nothing meets ${within}.`
    : `No session or date of a series ${within}.${calendarsNotes[calendars]}`
}

function dayOf(entry: WeekEntry, timeZone: string): WeekDay {
  return {name: datesIn('en').shortDay(entry.start, timeZone), entries: [entry]}
}

function EntryRow({entry, time, own}: {entry: WeekEntry; time: string; own?: string}) {
  const {title, tone} = markOf(entry)
  const isAllDay = entry.kind === 'meeting' && entry.allDay
  return (
    <EntryLink entry={entry}>
      <Flex gap={3} align="flex-start">
        <Box flex="none" style={{width: 92}}>
          <Text size={1}>{isAllDay ? 'All day' : time}</Text>
        </Box>
        <Stack flex={1} gap={2}>
          <Text size={1} weight="medium" textOverflow="ellipsis">
            {entry.title}
          </Text>
          {own !== undefined && !isAllDay && (
            <Text size={1} muted>
              {own} your time
            </Text>
          )}
          {entry.kind === 'skipped' && entry.reason !== undefined && (
            <Text size={1} muted>
              {entry.reason}
            </Text>
          )}
        </Stack>
        <Badge tone={tone}>{title}</Badge>
      </Flex>
    </EntryLink>
  )
}

/** A meeting of a calendar has no document: it opens the calendar tool. */
function EntryLink({entry, children}: {entry: WeekEntry; children: ReactNode}) {
  const {basePath} = useWorkspace()
  if (entry.kind === 'meeting')
    return <PlaceLink place={`${basePath.replace(/\/$/, '')}/calendar`}>{children}</PlaceLink>
  const [id, type] =
    entry.kind === 'session' ? [entry.id, 'touchpoint'] : [entry.seriesId, 'series']
  return (
    <DocumentLink id={id} type={type}>
      {children}
    </DocumentLink>
  )
}

const meetingTones = {
  confirmed: 'positive',
  tentative: 'caution',
  cancelled: 'critical',
  'to-be-announced': 'default',
} as const satisfies Record<OwnMeeting['status'], BadgeTone>

/** A standing series meets without a session of its own. */
function markOf(entry: WeekEntry) {
  if (entry.kind === 'session') return statusTitle(entry.status)
  if (entry.kind === 'meeting')
    return {title: statusWord({language: 'en'}, entry.status), tone: meetingTones[entry.status]}
  return entry.kind === 'standing'
    ? ({title: 'Standing', tone: 'default'} as const)
    : ({title: statusWord({language: 'en'}, 'skipped'), tone: 'critical'} as const)
}
