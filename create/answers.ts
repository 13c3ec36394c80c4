/** The frameworks of a new project's site. */
export const frameworks = ['astro', 'next', 'hugo', 'none'] as const
export type Framework = (typeof frameworks)[number]

/** What a new project is made from. */
export interface Answers {
  /** The community's full name. */
  name: string
  /** A name for narrow places, at most 20 characters. */
  shortName: string
  /** IANA id, such as `Europe/Madrid`. */
  homeZone: string
  /** Accent color, `#rrggbb`. */
  accent: string
  /** BCP 47 tags, the first one is the default. */
  languages: readonly string[]
  /** Addresses of iCalendar feeds, `https:`. */
  calendars: readonly string[]
  framework: Framework
  /** Folder, git repository or page to import once the project runs. */
  importSource?: string
}
