import {useCallback, useEffect, useMemo, useState} from 'react'

import type {Place} from '../schedule/sessionTimes.ts'
import {type Holiday, type HolidaySource, holidaysIn} from './holidaysIn.ts'

/** Countries by the name of a place, as an editor chose them. An empty text means no holidays. */
type Choices = Readonly<Record<string, string>>

export interface PlaceCountry {
  name: string
  /** ISO 3166-1. Empty if the zone belongs to no country, or the editor wants no holidays there. */
  country: string
}

export interface HolidaysState {
  /** Empty until they are loaded. */
  holidays: readonly Holiday[]
  countries: HolidaySource['countries']
  placeCountries: readonly PlaceCountry[]
  /** Why there are none. */
  problem?: string | undefined
  choose: (place: string, country: string) => void
}

/**
 * Loads the holidays of the places in a period. The country of a place follows from its zone. The editor can
 * choose another one, which this browser remembers.
 *
 * @param period - `YYYY-MM-DD`, inclusive
 */
export function useHolidays(
  places: readonly Place[],
  {from, to}: {from: string; to: string},
): HolidaysState {
  const [source, setSource] = useState<HolidaySource>()
  const [problem, setProblem] = useState<string>()
  const [choices, setChoices] = useState<Choices>(readChoices)

  useEffect(() => {
    let mounted = true
    // 240 kB, which are not needed to see the season.
    import('./holidayLibrary.ts')
      .then(({holidayLibrary}) => mounted && setSource(holidayLibrary()))
      .catch(
        () => mounted && setProblem('Could not load the holidays. Reload the page to try again.'),
      )
    return () => {
      mounted = false
    }
  }, [])

  const placeCountries = useMemo(
    () =>
      places.map(({name, timeZone}) => ({
        name,
        country: choices[name] ?? source?.countryOf(timeZone) ?? '',
      })),
    [places, choices, source],
  )
  const holidays = useMemo(() => {
    if (!source) return []
    const known = places.flatMap((place) => {
      const country = placeCountries.find(({name}) => name === place.name)?.country
      return country ? [{...place, country}] : []
    })
    return holidaysIn(source, {places: known, from, to})
  }, [source, places, placeCountries, from, to])
  const choose = useCallback((place: string, country: string) => {
    setChoices((before) => {
      const after = {...before, [place]: country}
      storeChoices(after)
      return after
    })
  }, [])
  return {holidays, countries: source?.countries ?? [], placeCountries, problem, choose}
}

const storageKey = 'touchpoints.season.countries'

function readChoices(): Choices {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const entries: [string, unknown][] = Object.entries(stored)
    return Object.fromEntries(
      entries.flatMap(([place, country]) =>
        typeof country === 'string' ? [[place, country]] : [],
      ),
    )
  } catch {
    // A browser can refuse storage, and an older Studio can have stored something else.
    return {}
  }
}

function storeChoices(choices: Choices): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices))
  } catch {
    // The choice then holds until the page is closed.
  }
}
