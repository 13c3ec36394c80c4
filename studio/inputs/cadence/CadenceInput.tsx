import {Button, Flex, Stack} from '@sanity/ui'
import {isTimeZone, wallClock} from '@touchpoints/calendar/time'
import {itemsOf, textOf} from '@touchpoints/schemas/reading'
import {useId, useState} from 'react'
import type {ObjectInputProps, Path} from 'sanity'

import {readCadencePreview} from '../../cadence/readCadencePreview.ts'
import {useCommunity} from '../../community/CommunityContext.ts'
import {markersOf} from '../markersOf.ts'
import {ProblemList} from '../ProblemList.tsx'
import {cadencePatches} from './cadencePatches.ts'
import {CadencePreview} from './CadencePreview.tsx'
import {ExceptionList} from './ExceptionList.tsx'
import {SlotEditor} from './SlotEditor.tsx'
import {SpansEditor} from './SpansEditor.tsx'
import {WordsField} from './WordsField.tsx'

/**
 * Input for a cadence. The weekly case is one row: weekday, time and zone. It shows the sentence that
 * visitors read and the next dates, which can be skipped or moved.
 */
export function CadenceInput({value, onChange, readOnly, members, path}: ObjectInputProps) {
  const community = useCommunity()
  // Read the clock once, because the form renders at each key.
  const [now] = useState(() => new Date().toISOString())
  const [opened, setOpened] = useState(false)
  const more = useId()
  const slots = itemsOf(value?.['slots'])
  const timeZone = textOf(slots[0]?.item['timeZone']) ?? community.timeZone ?? browserZone
  const patches = cadencePatches({value, onChange, timeZone, now})
  const markers = markersOf(members)
  const problemAt = (...relative: Path) => {
    const key = JSON.stringify([...path, ...relative])
    return markers.find((marker) => JSON.stringify(marker.path) === key)?.message
  }
  const inMore: ReadonlySet<unknown> = new Set(['breaks', 'exceptions'])
  const open = opened || markers.some((marker) => inMore.has(marker.path[path.length]))
  const words = !readOnly && (
    <WordsField timeZone={timeZone} now={now} onRead={patches.useCadence} />
  )

  return (
    <Stack gap={4} data-testid="cadence-input">
      {slots.length === 0 && !readOnly && (
        <>
          <Flex>
            <Button mode="ghost" text="Set weekday and time" onClick={patches.addSlot} />
          </Flex>
          {words}
        </>
      )}
      {slots.map(({item, at}, index) => (
        <SlotEditor
          key={typeof at === 'object' ? at._key : at}
          slot={item}
          title={slots.length > 1 ? `Slot ${index + 1}` : undefined}
          readOnly={readOnly}
          today={todayIn(textOf(item['timeZone']) ?? timeZone, now)}
          problemOf={(field) => problemAt('slots', at, field)}
          onChange={(change) => patches.change('slots', at, change)}
          onRemove={slots.length > 1 ? () => patches.remove('slots', at) : undefined}
        />
      ))}
      {/* Problems of a field are at the field. These are about a whole slot, or about several. */}
      <ProblemList problems={markers.filter((marker) => marker.path.length < path.length + 3)} />
      <CadencePreview
        preview={readCadencePreview(value, {
          now,
          breaks: community.breaks,
          language: community.languages[0] ?? 'en',
        })}
        readOnly={readOnly}
        onChange={patches.changeDate}
        onRestore={patches.restoreDate}
      />
      {slots.length > 0 && (
        <>
          <Flex>
            <Button
              mode="bleed"
              padding={2}
              fontSize={1}
              text={open ? 'Fewer options' : 'Another slot, breaks, in words'}
              aria-expanded={open}
              aria-controls={more}
              onClick={() => setOpened(!open)}
            />
          </Flex>
          <div id={more} hidden={!open}>
            {open && (
              <Stack gap={5}>
                <Flex gap={2} wrap="wrap">
                  <Button
                    mode="ghost"
                    fontSize={1}
                    text="Add another slot"
                    disabled={readOnly === true}
                    onClick={patches.addSlot}
                  />
                  <Button
                    mode="ghost"
                    tone="critical"
                    fontSize={1}
                    text="Remove the cadence"
                    disabled={readOnly === true}
                    onClick={patches.clear}
                  />
                </Flex>
                {words}
                <SpansEditor
                  value={value?.['breaks']}
                  readOnly={readOnly}
                  problemOf={(at, field) => problemAt('breaks', at, field)}
                  onAdd={patches.addBreak}
                  onRemove={(at) => patches.remove('breaks', at)}
                  onChange={(at, change) => patches.change('breaks', at, change)}
                />
                <ExceptionList
                  value={value?.['exceptions']}
                  readOnly={readOnly}
                  problemOf={(at) =>
                    exceptionFields.flatMap((field) => problemAt('exceptions', at, field) ?? [])[0]
                  }
                  onRemove={(at) => patches.remove('exceptions', at)}
                />
              </Stack>
            )}
          </div>
        </>
      )}
    </Stack>
  )
}

const exceptionFields = ['date', 'time', 'toDate', 'toTime', 'reason']

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Returns the date in a zone. A zone that is being typed can be invalid. */
function todayIn(timeZone: string, now: string): string {
  return wallClock(now, isTimeZone(timeZone) ? timeZone : 'UTC').date
}
