import Holidays from 'date-holidays'

import type {HolidaySource} from './holidaysIn.ts'

/** Public holidays of date-holidays. Import this file late: it is 240 kB, gzipped. */
export function holidayLibrary(): HolidaySource {
  const countries = Object.entries(new Holidays().getCountries('en'))
    .map(([code, name]) => ({code, name}))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  let byZone: ReadonlyMap<string, string> | undefined
  return {
    countries,
    countryOf: (timeZone) => {
      byZone ??= countriesByZone(countries.map(({code}) => code))
      return byZone.get(canonical(timeZone))
    },
    holidaysOf: (country, year) =>
      new Holidays(country, {languages: ['en'], types: ['public']})
        .getHolidays(year, 'en')
        .map(({date, name, start, end}) => ({
          date: date.slice(0, 10),
          days: Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs)),
          name,
        })),
  }
}

const dayMs = 86_400_000

/** A zone of several countries belongs to none, until an editor chooses one. */
function countriesByZone(codes: readonly string[]): ReadonlyMap<string, string> {
  const pairs = codes.flatMap((code) =>
    zonesOf(code).map((zone) => ({zone: canonical(zone), code})),
  )
  return new Map(
    [...Map.groupBy(pairs, ({zone}) => zone)].flatMap(([zone, its]) =>
      its.length === 1 && its[0] ? [[zone, its[0].code] as const] : [],
    ),
  )
}

/**
 * Returns the zones of a country, as Intl knows them, where each zone has one country. A browser without this
 * function uses those of the library: 16 of its 291 zones belong to several countries.
 */
function zonesOf(country: string): string[] {
  const locale = new Intl.Locale('und', {region: country})
  const known: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function'
      ? Reflect.apply(locale.getTimeZones, locale, [])
      : undefined
  if (Array.isArray(known)) return known.filter((zone) => typeof zone === 'string')
  return new Holidays(country).getTimezones() ?? []
}

/** Returns the name that this browser uses for a zone: Europe/Kiev is also Europe/Kyiv. */
function canonical(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', {timeZone}).resolvedOptions().timeZone
  } catch {
    return timeZone
  }
}
