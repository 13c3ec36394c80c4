/** The views of the calendar, in the order of their buttons. */
export const views = ['agenda', 'list', 'week', 'month'] as const
export type View = (typeof views)[number]

interface SharedAttributes {
  /** Address of `events.json`. Relative to the page. */
  src?: string | undefined
  /** IANA zone of the times. Defaults to the visitor's. */
  'time-zone'?: string | undefined
  /** BCP 47 tag of words and dates. Defaults to the closest `lang`. */
  locale?: string | undefined
  /** Names of values in `extra` of an event that are shown, separated by spaces. */
  extra?: string | undefined
}

/** Attributes of `<touchpoints-calendar>`. */
export interface CalendarAttributes extends SharedAttributes {
  /** View that opens first. Defaults to `agenda`. */
  view?: View | undefined
  /** Days ahead that the agenda and the list show. Defaults to 60. */
  days?: number | `${number}` | undefined
}

/** Attributes of `<touchpoints-next>`. */
export interface NextAttributes extends SharedAttributes {
  /** Slug or id of a series. */
  series?: string | undefined
  /** Slug or id of a working group. */
  'working-group'?: string | undefined
  /** Topic of a session, or category of a feed. */
  topic?: string | undefined
  /** Code of a region, as in the community document. */
  region?: string | undefined
  /** Whether events of calendars are included. Defaults to sessions only. */
  'include-feeds'?: boolean | '' | undefined
}

/** How an attribute is written and read as a property. */
export type AttributeKind = 'text' | 'number' | 'flag'

const shared = {src: 'text', 'time-zone': 'text', locale: 'text', extra: 'text'} as const

export const calendarAttributes = {
  ...shared,
  view: 'text',
  days: 'number',
} as const satisfies Record<keyof CalendarAttributes, AttributeKind>

export const nextAttributes = {
  ...shared,
  series: 'text',
  'working-group': 'text',
  topic: 'text',
  region: 'text',
  'include-feeds': 'flag',
} as const satisfies Record<keyof NextAttributes, AttributeKind>

interface SharedProperties {
  /** The attribute `src`. */
  src: string | null
  /** The attribute `time-zone`. */
  timeZone: string | null
  /** The attribute `locale`. */
  locale: string | null
  /** The attribute `extra`. */
  extra: string | null
}

/** `<touchpoints-calendar>` in the DOM. Each attribute is also a property. */
export interface TouchpointsCalendarElement extends HTMLElement, SharedProperties {
  /** The attribute `view`. */
  view: View | null
  /** The attribute `days`. */
  days: number | null
}

/** `<touchpoints-next>` in the DOM. Each attribute is also a property. */
export interface TouchpointsNextElement extends HTMLElement, SharedProperties {
  /** The attribute `series`. */
  series: string | null
  /** The attribute `working-group`. */
  workingGroup: string | null
  /** The attribute `topic`. */
  topic: string | null
  /** The attribute `region`. */
  region: string | null
  /** The attribute `include-feeds`. */
  includeFeeds: boolean
}

declare global {
  interface HTMLElementTagNameMap {
    'touchpoints-calendar': TouchpointsCalendarElement
    'touchpoints-next': TouchpointsNextElement
  }
}
