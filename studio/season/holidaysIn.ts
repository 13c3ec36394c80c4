import {addDays} from '@touchpoints/words/dates'

/** Public holidays by country. The library behind it is loaded late, because it is large. */
export interface HolidaySource {
  /** Countries by their name in English, sorted. */
  countries: readonly {code: string; name: string}[]
  /** Returns the country (ISO 3166-1) of a zone, or undefined if the zone belongs to none, such as UTC. */
  countryOf: (timeZone: string) => string | undefined
  /** Returns the public holidays of a calendar year, nationwide ones only. */
  holidaysOf: (country: string, year: number) => readonly PublicHoliday[]
}

export interface PublicHoliday {
  /** `YYYY-MM-DD`, local. */
  date: string
  /** Length in days, 1 or more. */
  days: number
  name: string
}

/** A place with its country. */
export interface HolidayPlace {
  name: string
  /** IANA id. */
  timeZone: string
  country: string
}

export interface Holiday {
  /** `YYYY-MM-DD`, local. */
  date: string
  name: string
  /** The places that have it, by name. */
  places: readonly string[]
}

/**
 * Returns the public holidays of several places, earliest first. Places with the same holiday are in one entry.
 *
 * @param request.from - `YYYY-MM-DD`, inclusive
 * @param request.to - `YYYY-MM-DD`, inclusive
 * @example holidaysIn(source, {places: [madrid], from: '2026-05-01', to: '2026-05-07'}) // [{date: '2026-05-01', name: 'Labour Day', places: ['EMEA']}]
 */
export function holidaysIn(
  source: Pick<HolidaySource, 'holidaysOf'>,
  {places, from, to}: {places: readonly HolidayPlace[]; from: string; to: string},
): Holiday[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  // A holiday of several days can begin in the year before.
  const years = Array.from({length: last - first + 2}, (_, index) => first - 1 + index)
  const found = places.flatMap(({name: place, country}) =>
    years
      .flatMap((year) => source.holidaysOf(country, year))
      .flatMap(({date, days, name}) =>
        Array.from({length: days}, (_, day) => ({date: addDays(date, day), name, place})),
      ),
  )
  const within = found.filter(({date}) => date >= from && date <= to)
  return [...Map.groupBy(within, ({date, name}) => `${date} ${name}`).values()]
    .flatMap(([holiday, ...others]) => {
      if (!holiday) return []
      const {date, name, place} = holiday
      return [{date, name, places: [...new Set([place, ...others.map((each) => each.place)])]}]
    })
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.name.localeCompare(b.name))
}
