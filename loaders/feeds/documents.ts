import type {PublishedEvent} from './eventsFormat.ts'

/** Documents that add details to merged events. The loader's views fit. */
export interface PublishedDocuments {
  touchpoints?: readonly TouchpointDetails[]
  series?: readonly SeriesDetails[]
  workingGroups?: readonly WorkingGroupDetails[]
}

export interface TouchpointDetails {
  _id: string
  /** UTC instant of the last edit. */
  updatedAt: string
  topics: readonly string[]
  guests: readonly {
    role: PublishedEvent['people'][number]['role']
    guest: {name: string; organization: {name: string} | null}
  }[]
}

export interface SeriesDetails {
  _id: string
  updatedAt: string
  title: string
  slug: string
  regions: readonly string[]
  group: {_id: string; title: string; slug: string} | null
}

export interface WorkingGroupDetails {
  _id: string
  updatedAt: string
  title: string
  /** Title that feeds have. Defaults to `title`. */
  defaultTitle?: string
  slug: string
}

export interface RecordingDetails {
  _id: string
  updatedAt: string
  title: string
  slug: string
  availability: 'published' | 'processing' | 'notRecorded'
  media: {youtubeId: string | null; playlistId: string | null; url: string | null} | null
  /** `YYYY-MM-DD` */
  date: string | null
  season: string | null
  /** The session that was recorded. */
  touchpoint?: {seriesSlug: string; groupSlug: string | null} | null
}
