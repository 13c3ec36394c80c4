import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import type {Cadence} from '@touchpoints/calendar/time'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {cadenceSentence, wordsIn} from '@touchpoints/words'
import {useState} from 'react'
import {useClient} from 'sanity'

import {usualMinutes} from '../schedule/momentLine.ts'
import {firstFreeSlug} from '../documents/firstFreeSlug.ts'
import {slugOf} from '../documents/slugOf.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {WordsField} from '../inputs/cadence/WordsField.tsx'
import {DocumentLink} from '../links/DocumentLink.tsx'
import {firstSeries} from './firstSeries.ts'
import {ProblemCard} from './ProblemCard.tsx'
import {storeDrafts} from './storeDrafts.ts'
import {useAct} from './useAct.ts'
import type {WelcomeFacts} from './welcomeFacts.ts'

interface SeriesStepProps {
  facts: WelcomeFacts
  /** IANA id of the community's home zone. */
  timeZone: string
  onDone: () => void
}

/** What meets regularly: a title and a rhythm in words. Saves the draft of a series. */
export function SeriesStep({facts: {series}, timeZone, onDone}: SeriesStepProps) {
  const client = useClient({apiVersion})
  const {busy, problem, run} = useAct()
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState<{title?: string; cadence?: string}>({})
  const [cadence, setCadence] = useState<Cadence>()
  const [now] = useState(() => new Date().toISOString())
  const add = () =>
    run(async () => {
      const name = title.trim()
      if (name === '' || !cadence) {
        return setMissing({
          ...(name === '' && {title: 'Enter a title.'}),
          ...(!cadence && {cadence: 'Type when it meets, press Read, and use the cadence.'}),
        })
      }
      const wanted = slugOf(name) ?? 'series'
      const slug = await firstFreeSlug(client, {type: 'series', wanted, ownIds: []})
      const id = crypto.randomUUID()
      await storeDrafts(client, [
        firstSeries({id, title: name, slug, minutes: usualMinutes, cadence}),
      ])
      onDone()
    })
  return (
    <Stack gap={4}>
      {series.map(({id, title: name, cadence: stored}) => (
        <DocumentLink key={id} id={id} type="series">
          <Text size={1}>
            {name}
            {stored && `: ${cadenceSentence(stored, wordsIn('en'))}`}
          </Text>
        </DocumentLink>
      ))}
      <LabeledControl label="Title" hint="Such as “Community call”" problem={missing.title}>
        {(attributes) => (
          <TextInput
            {...attributes}
            autoComplete="off"
            value={title}
            onChange={({currentTarget}) => {
              setTitle(currentTarget.value)
              setMissing(({cadence: other}) => (other === undefined ? {} : {cadence: other}))
            }}
          />
        )}
      </LabeledControl>
      <WordsField
        {...{timeZone, now}}
        onRead={(read) => {
          setCadence(read)
          setMissing(({title: other}) => (other === undefined ? {} : {title: other}))
        }}
      />
      <div role="status">
        {cadence && <Text size={1}>Meets: {cadenceSentence(cadence, wordsIn('en'))}</Text>}
      </div>
      <ProblemCard message={problem ?? missing.cadence} />
      <Flex>
        <Button
          text={busy ? 'Saving…' : 'Save and continue'}
          aria-disabled={busy}
          onClick={() => void add()}
        />
      </Flex>
    </Stack>
  )
}
