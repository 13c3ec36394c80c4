import {Dialog, Flex, Select, Stack, Text} from '@sanity/ui'
import {datesIn} from '@touchpoints/words/dates'

import {LabeledControl} from '../inputs/LabeledControl.tsx'
import type {SeasonWeek} from './seasonGrid.ts'
import type {WeekNotes} from './SeasonTable.tsx'
import type {HolidaysState} from './useHolidays.ts'

interface WatchDialogProps {
  weeks: readonly SeasonWeek[]
  notes: readonly WeekNotes[]
  state: HolidaysState
  onClose: () => void
}

/** Lists the weeks in which clocks change or places have holidays, and asks for the country of each place. */
export function WatchDialog({weeks, notes, state, onClose}: WatchDialogProps) {
  const {countries, placeCountries, problem, choose} = state
  const dates = datesIn('en')
  const watched = weeks.flatMap(({monday}, index) => {
    const {clocks = [], holidays = []} = notes[index] ?? {}
    const texts = [...clocks, ...holidays]
    return texts.length > 0 ? [{monday, texts}] : []
  })
  return (
    <Dialog id="season-watch" header="Clock changes and holidays" onClose={onClose} width={1}>
      <Stack gap={5} padding={4}>
        <Stack gap={3}>
          <Text size={1} muted>
            {problem ??
              'Public holidays of these countries. The country follows from the time zone of a region. This browser remembers your choice.'}
          </Text>
          <Flex gap={3} wrap="wrap">
            {placeCountries.map(({name, country}) => (
              <LabeledControl key={name} label={name}>
                {(attributes) => (
                  <Select
                    {...attributes}
                    value={country}
                    onChange={({currentTarget}) => choose(name, currentTarget.value)}
                  >
                    <option value="">No holidays</option>
                    {countries.map((each) => (
                      <option key={each.code} value={each.code}>
                        {each.name}
                      </option>
                    ))}
                  </Select>
                )}
              </LabeledControl>
            ))}
          </Flex>
        </Stack>
        <Stack as="ul" gap={4} style={{margin: 0, padding: 0, listStyle: 'none'}}>
          {watched.map(({monday, texts}) => (
            <Stack as="li" key={monday} gap={2}>
              <Text size={1} weight="medium">
                Week of {dates.dateName(monday)}
              </Text>
              {texts.map((text) => (
                <Text key={text} size={1}>
                  {text}
                </Text>
              ))}
            </Stack>
          ))}
        </Stack>
        <Text size={0} muted>
          Holidays: date-holidays, with data from Wikipedia, CC BY-SA 3.0.
        </Text>
      </Stack>
    </Dialog>
  )
}
