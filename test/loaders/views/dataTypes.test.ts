import {expectTypeOf, test} from 'vitest'
import type * as z from 'zod/mini'

import type {
  calendarFormat,
  eventFormat,
  eventsFormat,
  EventsDocument,
  PublishedCalendar,
  PublishedEvent,
} from '../../../loaders/feeds/eventsJson.ts'
import type {
  Calendar,
  calendarView,
  Guest,
  guestView,
  Image,
  Link,
  MeetingLinks,
  MeetingsPage,
  meetingsPageView,
  Organization,
  organizationView,
  Recording,
  recordingView,
  Recurrence,
  RichText,
  Schedule,
  Series,
  seriesView,
  Touchpoint,
  touchpointView,
  WorkingGroup,
  workingGroupView,
} from '../../../loaders/index.ts'
import type {imageView} from '../../../loaders/views/image.ts'
import type {linkView, meetingLinksView, sessionLinksView} from '../../../loaders/views/links.ts'
import type {SessionRecording, sessionRecordingView} from '../../../loaders/views/recording.ts'
import type {recurrenceView} from '../../../loaders/views/recurrence.ts'
import type {richTextView} from '../../../loaders/views/richText.ts'
import type {scheduleView} from '../../../loaders/views/schedule.ts'

// The compiler makes these comparisons, in both directions; at run time they always pass.

test('each documented interface is exactly what its view returns', () => {
  expectTypeOf<Touchpoint>().toEqualTypeOf<z.infer<typeof touchpointView>>()
  expectTypeOf<Series>().toEqualTypeOf<z.infer<typeof seriesView>>()
  expectTypeOf<Guest>().toEqualTypeOf<z.infer<typeof guestView>>()
  expectTypeOf<Organization>().toEqualTypeOf<z.infer<typeof organizationView>>()
  expectTypeOf<WorkingGroup>().toEqualTypeOf<z.infer<typeof workingGroupView>>()
  expectTypeOf<Recording>().toEqualTypeOf<z.infer<typeof recordingView>>()
  expectTypeOf<SessionRecording>().toEqualTypeOf<z.infer<typeof sessionRecordingView>>()
  expectTypeOf<Calendar>().toEqualTypeOf<z.infer<typeof calendarView>>()
  expectTypeOf<MeetingsPage>().toEqualTypeOf<z.infer<typeof meetingsPageView>>()
  expectTypeOf<Schedule>().toEqualTypeOf<z.infer<typeof scheduleView>>()
  expectTypeOf<Recurrence>().toEqualTypeOf<z.infer<typeof recurrenceView>>()
  expectTypeOf<Image | null>().toEqualTypeOf<z.infer<ReturnType<typeof imageView>>>()
  expectTypeOf<Link>().toEqualTypeOf<z.infer<typeof linkView>>()
  expectTypeOf<MeetingLinks>().toEqualTypeOf<z.infer<typeof meetingLinksView>>()
  expectTypeOf<MeetingLinks>().toEqualTypeOf<z.infer<typeof sessionLinksView>>()
  expectTypeOf<RichText>().toEqualTypeOf<z.infer<typeof richTextView>>()
})

test('each documented interface of events.json is exactly what its format reads', () => {
  expectTypeOf<EventsDocument>().toEqualTypeOf<z.infer<typeof eventsFormat>>()
  expectTypeOf<PublishedCalendar>().toEqualTypeOf<z.infer<typeof calendarFormat>>()
  expectTypeOf<PublishedEvent>().toEqualTypeOf<z.infer<typeof eventFormat>>()
})

test('the comparison sees a field that is missing, added, or of another type', () => {
  type Viewed = z.infer<typeof touchpointView>
  // @ts-expect-error The interface lacks a field.
  expectTypeOf<Omit<Touchpoint, 'edition'>>().toEqualTypeOf<Viewed>()
  // @ts-expect-error The view lacks a field.
  expectTypeOf<Touchpoint & {extra: string}>().toEqualTypeOf<Viewed>()
  type Lax = Omit<Touchpoint, 'edition'> & {edition: string}
  // @ts-expect-error The view can return null.
  expectTypeOf<Lax>().toEqualTypeOf<Viewed>()
})
