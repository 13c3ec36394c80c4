import {Button, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {type Moment, momentText} from '@touchpoints/calendar/rhythm'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useId, useState} from 'react'
import {useClient} from 'sanity'

import {useCommunity} from '../community/CommunityContext.ts'
import {capitalized} from '../community/capitalized.ts'
import {firstFreeSlug} from '../documents/firstFreeSlug.ts'
import {slugOf} from '../documents/slugOf.ts'
import {FormDocument} from '../form/useUnstoredInput.ts'
import {unstoredInput} from '../form/unstoredInput.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {usePublishTogether} from '../publish/usePublishTogether.ts'
import {MomentField} from '../schedule/MomentField.tsx'
import {usualMinutes} from '../schedule/momentLine.ts'
import {nextSession} from '../series/nextSession.ts'
import {DraftSessions} from './DraftSessions.tsx'
import {firstSessionSlug, readFirstSession, type SessionFields} from './firstSession.ts'
import {ProblemCard} from './ProblemCard.tsx'
import {seriesTitle} from './seriesTitle.ts'
import {type SeriesChoice, sessionPlan} from './sessionPlan.ts'
import {storeDrafts} from './storeDrafts.ts'
import {useAct} from './useAct.ts'
import type {WelcomeFacts} from './welcomeFacts.ts'

interface SessionStepProps {
  facts: WelcomeFacts
  /** IANA id of the community's home zone. */
  timeZone: string
  onDone: () => void
}

/** The first session. One button publishes it, with all that it needs. */
export function SessionStep({facts, timeZone, onDone}: SessionStepProps) {
  const client = useClient({apiVersion})
  const publish = usePublishTogether()
  const community = useCommunity()
  const form = useId()
  const {busy, problem, run} = useAct()
  // The same after a failed attempt, which would otherwise leave a second draft.
  const [ids] = useState(() => ({session: crypto.randomUUID(), series: crypto.randomUUID()}))
  const [now] = useState(() => new Date().toISOString())
  const [fields, setFields] = useState<SessionFields>({
    title: '',
    moment: undefined,
    minutes: String(usualMinutes),
    join: '',
  })
  const [newSeries, setNewSeries] = useState(() => seriesTitle(facts.community))
  const [isFromSeries, setIsFromSeries] = useState(false)
  const [chosenSeries, setChosenSeries] = useState<string>()
  const [problems, setProblems] = useState<Partial<Record<keyof SessionFields, string>>>({})
  const series = facts.series.find(({id}) => id === chosenSeries) ?? facts.series[0]
  const choice: SeriesChoice = series
    ? {kind: 'existing', series}
    : {kind: 'new', title: newSeries.trim()}
  const along = alongText(facts, choice)
  const next = series?.cadence && nextSession({...series, sessions: []}, now)

  const clear = (names: readonly string[]) =>
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
    )
  const change = (changes: Partial<SessionFields>) => {
    setFields((before) => ({...before, ...changes}))
    clear(Object.keys(changes))
  }
  const setMoment = (moment: Moment) =>
    change({moment, ...(moment.minutes !== undefined && {minutes: String(moment.minutes)})})
  const save = () =>
    run(async () => {
      const unstored = unstoredInput.reasonFor(form)
      if (unstored !== undefined) throw new Error(unstored)
      const reading = readFirstSession(fields, timeZone)
      if (reading.kind === 'problems') return setProblems(reading.problems)
      if (choice.kind === 'new' && choice.title === '')
        throw new Error('Enter the title of the series.')
      const values = reading.fields
      const ownSlug = choice.kind === 'new' ? slugOf(choice.title) : choice.series.slug
      const sessionSlug = await firstFreeSlug(client, {
        type: 'touchpoint',
        wanted: firstSessionSlug(values, ownSlug ?? 'session'),
        ownIds: [`drafts.${ids.session}`],
      })
      const seriesSlug = await firstFreeSlug(client, {
        type: 'series',
        wanted: ownSlug ?? 'series',
        ownIds: [`drafts.${ids.series}`],
      })
      const plan = sessionPlan(values, {facts, choice, ids: {...ids, sessionSlug, seriesSlug}})
      await storeDrafts(client, plan.documents)
      await publish(plan.publish)
      onDone()
    })

  return (
    <FormDocument value={form}>
      <Stack gap={4}>
        {facts.drafts.length > 0 && <DraftSessions facts={facts} onDone={onDone} />}
        <LabeledControl label="Title" problem={problems.title}>
          {(attributes) => (
            <TextInput
              {...attributes}
              autoComplete="off"
              value={fields.title}
              onChange={({currentTarget}) => change({title: currentTarget.value})}
            />
          )}
        </LabeledControl>
        <MomentField
          label="When"
          timeZone={timeZone}
          // Nothing else of the problems changes: the moment is stored when the field is left.
          onUnderstood={() => clear(['moment'])}
          onRead={(moment) => {
            setIsFromSeries(false)
            setMoment(moment)
          }}
        />
        {(fields.moment === undefined || problems.moment !== undefined) &&
          next?.start !== undefined && (
            <Flex gap={3} align="center" wrap="wrap">
              <Text size={1}>
                Next date of {series?.title}: {momentText(next.start, next.timeZone ?? timeZone)}
              </Text>
              <Button
                mode="ghost"
                padding={2}
                fontSize={1}
                text="Use this date"
                onClick={() => {
                  setIsFromSeries(true)
                  setMoment({
                    start: next.start ?? now,
                    timeZone: next.timeZone ?? timeZone,
                    minutes: next.minutes,
                  })
                }}
              />
            </Flex>
          )}
        {fields.moment && isFromSeries && (
          <Text size={1} weight="medium">
            Starts {momentText(fields.moment.start, fields.moment.timeZone)}
          </Text>
        )}
        <ProblemCard message={problems.moment} />
        <LabeledControl label="Length in minutes" problem={problems.minutes}>
          {(attributes) => (
            <TextInput
              {...attributes}
              inputMode="numeric"
              value={fields.minutes}
              onChange={({currentTarget}) => change({minutes: currentTarget.value})}
            />
          )}
        </LabeledControl>
        <LabeledControl
          label="Join link"
          hint="Optional. The address of the video call, or of the place where you talk."
          problem={problems.join}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              autoComplete="off"
              inputMode="url"
              placeholder="https://"
              value={fields.join}
              onChange={({currentTarget}) => change({join: currentTarget.value})}
            />
          )}
        </LabeledControl>
        <LabeledControl
          label={capitalized(community.series.singular)}
          hint="What it belongs to, such as “Community call”. Later ones are planned from it."
        >
          {(attributes) =>
            series ? (
              <Select
                {...attributes}
                value={series.id}
                onChange={({currentTarget}) => setChosenSeries(currentTarget.value)}
              >
                {facts.series.map(({id, title}) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            ) : (
              <TextInput
                {...attributes}
                autoComplete="off"
                value={newSeries}
                onChange={({currentTarget}) => setNewSeries(currentTarget.value)}
              />
            )
          }
        </LabeledControl>
        <ProblemCard message={problem} />
        <Flex>
          <Button
            text={busy ? 'Publishing…' : `Publish the ${community.session.singular}`}
            aria-disabled={busy}
            onClick={() => void save()}
          />
        </Flex>
        {along !== '' && (
          <Text size={1} muted>
            Also publishes {along}. Visitors see nothing before.
          </Text>
        )}
      </Stack>
    </FormDocument>
  )
}

/** Names what is published with the session. */
function alongText({community, page, calendars}: WelcomeFacts, choice: SeriesChoice): string {
  const pending = calendars.filter(({isPublished}) => !isPublished).map(({title}) => `“${title}”`)
  const names = [
    ...(community?.hasDraft ? ['the community'] : []),
    ...(page?.isPublished && !page.hasDraft ? [] : ['the meetings page']),
    ...(choice.kind === 'existing' && choice.series.isPublished ? [] : ['its series']),
    ...(pending.length > 0
      ? [`the ${pending.length === 1 ? 'calendar' : 'calendars'} ${pending.join(' and ')}`]
      : []),
  ]
  return new Intl.ListFormat('en').format(names)
}
