import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useState} from 'react'
import {useClient} from 'sanity'

import {firstFreeSlug} from '../documents/firstFreeSlug.ts'
import {slugOf} from '../documents/slugOf.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {CalendarContents} from './CalendarContents.tsx'
import {firstCalendar, readCalendarAddress} from './firstCalendar.ts'
import {ProblemCard} from './ProblemCard.tsx'
import {storeDrafts} from './storeDrafts.ts'
import {useAct} from './useAct.ts'
import type {WelcomeFacts} from './welcomeFacts.ts'

interface CalendarStepProps {
  facts: WelcomeFacts
  /** URL of the merged calendar with drafts. Undefined where nothing serves it. */
  eventsUrl: string | undefined
  onDone: () => void
}

/** Calendars that the community has already. Saves the draft of one and shows what it contains. */
export function CalendarStep({facts, eventsUrl, onDone}: CalendarStepProps) {
  const {community, calendars} = facts
  const client = useClient({apiVersion})
  const {busy, problem, run} = useAct()
  const [address, setAddress] = useState('')
  const [title, setTitle] = useState('')
  const [invalid, setInvalid] = useState<string>()
  const usualTitle = community?.shortName ?? community?.name ?? 'Calendar'
  const add = () =>
    run(async () => {
      const reading = readCalendarAddress(address)
      if (reading.kind === 'problem') return setInvalid(reading.message)
      const name = title.trim() || usualTitle
      const wanted = slugOf(name) ?? 'calendar'
      const slug = await firstFreeSlug(client, {type: 'calendar', wanted, ownIds: []})
      const {feedUrl} = reading
      const id = crypto.randomUUID()
      await storeDrafts(client, [
        firstCalendar({id, title: name, slug, feedUrl, count: calendars.length}),
      ])
      setAddress('')
      setTitle('')
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap={4}>
        <CalendarContents {...{calendars, eventsUrl}} />
        <LabeledControl
          label="Address"
          hint="The iCalendar link, which often ends in .ics, or the page of a public Google calendar."
          problem={invalid}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              autoComplete="off"
              inputMode="url"
              value={address}
              onChange={({currentTarget}) => {
                setAddress(currentTarget.value)
                setInvalid(undefined)
              }}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Name" hint={`Optional. Visitors see “${usualTitle}” otherwise.`}>
          {(attributes) => (
            <TextInput
              {...attributes}
              autoComplete="off"
              value={title}
              onChange={({currentTarget}) => setTitle(currentTarget.value)}
            />
          )}
        </LabeledControl>
        <ProblemCard message={problem} />
        <Flex gap={2} wrap="wrap">
          <Button type="submit" text={busy ? 'Saving…' : 'Add the calendar'} aria-disabled={busy} />
          <Button type="button" mode="ghost" text="Continue" onClick={onDone} />
        </Flex>
        <Text size={1} muted>
          Added as your own calendar. Its private events and email addresses are left out. Open it
          to change that.
        </Text>
      </Stack>
    </form>
  )
}
