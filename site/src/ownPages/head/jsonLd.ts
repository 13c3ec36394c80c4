import type {SafeUrl} from '@touchpoints/calendar/links'
import type {Guest} from 'touchpoints'

import type {SiteContext} from '../../languages/siteContext.ts'
import {siteName} from '../../languages/siteContext.ts'
import {absoluteUrl} from '../../links/absoluteUrl.ts'
import type {Recording, WorkingGroup} from '../../meetings/pageContent.ts'
import {recordingLink} from '../../meetings/recordingLinks.ts'
import type {Crumb, PageHead} from './pageHead.ts'

/** A test proves that each result is assignable to the type of the `schema-dts` package. */
const context = {'@context': 'https://schema.org'} as const

interface Organizer {
  name: string
  url: string
}

/** Returns the way to a page, https://schema.org/BreadcrumbList. */
export function trailJsonLd(trail: readonly Crumb[]) {
  return {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({title, path}, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name: title,
      item: absoluteUrl(path),
    })),
  } as const
}

/** Returns a page with a list, https://schema.org/CollectionPage. */
export function collectionJsonLd(
  {title, description, path}: Pick<PageHead, 'title' | 'description' | 'path'>,
  site: Pick<SiteContext, 'community' | 'title' | 'language' | 'pagePath'>,
) {
  return {
    ...context,
    '@type': 'CollectionPage',
    name: title,
    url: absoluteUrl(path),
    inLanguage: site.language,
    ...(description && {description}),
    isPartOf: {'@type': 'WebSite', name: siteName(site), url: absoluteUrl(site.pagePath)},
  } as const
}

/** Returns a person, https://schema.org/Person. */
export function personJsonLd({name, role, organization, bio, links}: Guest, url: SafeUrl) {
  return {
    ...context,
    '@type': 'Person',
    name,
    url,
    ...(role !== null && {jobTitle: role}),
    ...(bio !== null && {description: bio}),
    ...(organization && {
      affiliation: {
        '@type': 'Organization' as const,
        name: organization.name,
        ...(organization.url && {url: organization.url}),
      },
    }),
    ...(links.length > 0 && {sameAs: links.map((link) => link.url)}),
  } as const
}

/** Returns a group as https://schema.org/Organization, which has groups within groups. */
export function groupJsonLd(
  {title, description, parent, links}: WorkingGroup,
  url: SafeUrl,
  community: Organizer,
) {
  const outer = parent ? {name: parent.title} : community
  return {
    ...context,
    '@type': 'Organization',
    name: title,
    url,
    ...(description !== null && {description}),
    ...(links.length > 0 && {sameAs: links.map((link) => link.url)}),
    parentOrganization: {'@type': 'Organization', ...outer},
  } as const
}

export interface VideoOptions {
  /** The page of the recording. */
  url: SafeUrl
  description: string
  /** Spoken language, BCP 47. */
  language?: string
}

/** Returns a recording as https://schema.org/VideoObject. Undefined while it cannot be watched. */
export function videoJsonLd(recording: Recording, {url, description, language}: VideoOptions) {
  const link = recordingLink(recording.media)
  const uploadDate = recording.date ?? recording.touchpoint?.start
  const {youtubeId} = recording.media ?? {}
  if (recording.availability !== 'published' || !link || uploadDate === undefined) return undefined
  return {
    ...context,
    '@type': 'VideoObject',
    name: recording.title,
    description,
    url,
    uploadDate,
    ...(language !== undefined && {inLanguage: language}),
    ...(youtubeId
      ? {
          embedUrl: `https://www.youtube-nocookie.com/embed/${youtubeId}`,
          thumbnailUrl: `https://i.ytimg.com/vi/${youtubeId}/hqdefault.jpg`,
        }
      : {contentUrl: link.href}),
  } as const
}
