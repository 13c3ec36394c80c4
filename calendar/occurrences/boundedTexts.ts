import type {Description} from '../series/describe.ts'

/**
 * Maximum lengths of an event's texts, in UTF-16 code units. Google Calendar stores 8,192 for a
 * description.
 *
 * A text is repeated for each occurrence and in each output. Without a limit, one daily event of 9 MB
 * would be a file of 3 GB.
 */
export const textLimits = {
  uid: 1000,
  title: 500,
  location: 1000,
  description: 8192,
  link: 2048,
  name: 200,
  categories: 50,
} as const

/** Returns the texts within their limits. A text that is cut ends in "…". A link that is cut is left out. */
export function boundedTexts(text: Description): Description {
  const {title, location, description, url, joinUrl, organizer, categories} = text
  if (isShort(text)) return text
  const {name, email} = organizer ?? {}
  return {
    ...text,
    title: bounded(title, textLimits.title),
    categories: categories
      .slice(0, textLimits.categories)
      .map((each) => bounded(each, textLimits.name)),
    location: location && bounded(location, textLimits.location),
    description: description && bounded(description, textLimits.description),
    url: url && url.length > textLimits.link ? undefined : url,
    joinUrl: joinUrl && joinUrl.length > textLimits.link ? undefined : joinUrl,
    organizer: organizer && {
      ...organizer,
      ...(name && {name: bounded(name, textLimits.name)}),
      ...(email && {email: bounded(email, textLimits.name)}),
    },
  }
}

/** Returns the UID within its limit. Readers number events with the same UID. */
export function boundedUid(uid: string): string {
  return bounded(uid, textLimits.uid)
}

/** Nearly every event is short, and costs nothing more than this. */
function isShort({title, location, description, url, joinUrl, organizer, categories}: Description) {
  const all = [title, location, url, joinUrl, organizer?.name, organizer?.email, ...categories]
  const length = all.reduce((sum, each) => sum + (each?.length ?? 0), 0)
  return length <= textLimits.name && (description?.length ?? 0) <= textLimits.description
}

function bounded(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`
}
