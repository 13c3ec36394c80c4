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
  Cadence,
  CadenceBreak,
  CadenceException,
  CadenceSlot,
  Channel,
  GroupReference,
  Image,
  Link,
  MeetingLinks,
  RichText,
  Schedule,
  Touchpoint,
  touchpointView,
  TypedLink,
} from '../../../loaders/index.ts'
import type {DocumentTypeName} from '../../../schemas/registry/index.ts'
import type {documentReads} from '../../../loaders/documentReads.ts'
import type {breakView, cadenceView} from '../../../loaders/views/cadence.ts'
import type {channelView} from '../../../loaders/views/channel.ts'
import type {groupReferenceView} from '../../../loaders/views/group.ts'
import type {DocumentData} from '../../../loaders/views/documentData.ts'
import type {imageView} from '../../../loaders/views/image.ts'
import type {linkView, meetingLinksView, sessionLinksView} from '../../../loaders/views/links.ts'
import type {SessionRecording, sessionRecordingView} from '../../../loaders/views/recording.ts'
import type {richTextView} from '../../../loaders/views/richText.ts'
import type {scheduleView} from '../../../loaders/views/schedule.ts'
import type {typedLinkView} from '../../../loaders/views/typedLink.ts'

// The compiler makes these comparisons, in both directions; at run time they always pass.

test('each documented interface is exactly what its view returns, for every document type', () => {
  type Viewed = {[Name in DocumentTypeName]: z.infer<(typeof documentReads)[Name]['view']>}
  expectTypeOf<DocumentData>().toEqualTypeOf<Viewed>()
})

test('each documented part is exactly what its view returns', () => {
  expectTypeOf<SessionRecording>().toEqualTypeOf<z.infer<typeof sessionRecordingView>>()
  expectTypeOf<Schedule>().toEqualTypeOf<z.infer<typeof scheduleView>>()
  type Viewed = z.infer<typeof cadenceView>
  expectTypeOf<Cadence>().toEqualTypeOf<Viewed>()
  expectTypeOf<CadenceSlot>().toEqualTypeOf<Viewed['slots'][number]>()
  expectTypeOf<CadenceException>().toEqualTypeOf<Viewed['exceptions'][number]>()
  expectTypeOf<CadenceBreak>().toEqualTypeOf<z.infer<typeof breakView>>()
  expectTypeOf<Channel>().toEqualTypeOf<z.infer<typeof channelView>>()
  expectTypeOf<TypedLink>().toEqualTypeOf<z.infer<typeof typedLinkView>>()
  expectTypeOf<GroupReference>().toEqualTypeOf<z.infer<typeof groupReferenceView>>()
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
