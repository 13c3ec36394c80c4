import type {SafeUrl} from '@touchpoints/calendar/links'
import {
  channelKind,
  color,
  instant,
  languageTag,
  line,
  paragraph,
  regionCode,
  timeZone,
  wallTime,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {breaksView, type CadenceBreak} from './cadence.ts'
import type {ChannelKind} from './channel.ts'
import {type Image, imageView} from './image.ts'
import {field} from './source.ts'
import {type TypedLink, typedLinkView} from './typedLink.ts'
import {httpsUrl} from './url.ts'

const regionView = z.object({
  code: regionCode,
  title: field({translated: true}, z.nullable(line)),
  timeZone,
  from: z.nullable(wallTime),
  to: z.nullable(wallTime),
})

const workspaceView = z.object({
  kind: channelKind,
  name: line,
  url: z.nullable(httpsUrl),
  inviteUrl: z.nullable(httpsUrl),
})

const termView = z.object({
  singular: z.nullable(line),
  plural: z.nullable(line),
  translations: z.array(z.object({language: languageTag, singular: line, plural: line})),
})

const vocabularyView = z.object({
  session: z.nullable(termView),
  series: z.nullable(termView),
  group: z.nullable(termView),
  guest: z.nullable(termView),
})

export const communityView = z.object({
  _id: z.string(),
  _type: z.literal('community'),
  updatedAt: field({path: '_updatedAt'}, instant),
  name: line,
  shortName: z.nullable(line),
  description: field({translated: true}, z.nullable(paragraph)),
  logo: imageView('logo'),
  icon: imageView('icon'),
  accentColor: z.nullable(color),
  accentColorDark: z.nullable(color),
  timeZone,
  regions: z.array(regionView),
  breaks: breaksView,
  languages: z.array(languageTag),
  vocabulary: z.nullable(vocabularyView),
  workspaces: z.array(workspaceView),
  codeOfConductUrl: z.nullable(httpsUrl),
  links: z.array(typedLinkView),
})

/** A region of the community. */
export interface CommunityRegion {
  /** Short name that series use, such as `EMEA`. */
  code: string
  /** Long name. Null when not set. */
  title: string | null
  /** IANA zone of a city in the region. */
  timeZone: string
  /** Earliest start, local time `HH:MM`. Null when not set. */
  from: string | null
  /** Latest start, local time `HH:MM`. Null when not set. */
  to: string | null
}

/** A place with many channels, such as the community's Slack. */
export interface Workspace {
  kind: ChannelKind
  /** Channels name it. */
  name: string
  /** Absolute https address, or null. */
  url: SafeUrl | null
  /** Address at which anyone can join, or null. */
  inviteUrl: SafeUrl | null
}

/** A word of the community in the default language, with its translations. */
export interface Term {
  /** As it is written within a sentence. Null when not set. */
  singular: string | null
  /** As it is written within a sentence. Null when not set. */
  plural: string | null
  translations: {language: string; singular: string; plural: string}[]
}

/** What the community calls things. */
export interface Vocabulary {
  session: Term | null
  series: Term | null
  group: Term | null
  guest: Term | null
}

/** The community itself. There is one such document. */
export interface Community {
  /** Document id. */
  _id: string
  _type: 'community'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name of the community. */
  name: string
  /** For narrow places. Null when not set. */
  shortName: string | null
  /** Plain text. Null when not set. */
  description: string | null
  /** Null when there is none. */
  logo: Image | null
  /** Square. Null when there is none. */
  icon: Image | null
  /** Color of links and buttons on a light page, `#rrggbb`. Null when not set. */
  accentColor: string | null
  /** The same on a dark page. Null when not set. */
  accentColorDark: string | null
  /** IANA zone in which the community states its times. */
  timeZone: string
  regions: CommunityRegion[]
  /** Spans in which no series meets. */
  breaks: CadenceBreak[]
  /** Languages of its content, BCP 47. The first is the default. Empty when not set. */
  languages: string[]
  /** Its own words. Null when not set. */
  vocabulary: Vocabulary | null
  workspaces: Workspace[]
  /** Absolute https address, or null. */
  codeOfConductUrl: SafeUrl | null
  links: TypedLink[]
}
