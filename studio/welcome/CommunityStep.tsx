import {Button, Flex, Stack, TextInput} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {languageName} from '@touchpoints/schemas/reading'
import {useId, useState} from 'react'
import {useClient} from 'sanity'

import {readColor} from '../colors/readColor.ts'
import {FormDocument} from '../form/useUnstoredInput.ts'
import {unstoredInput} from '../form/unstoredInput.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {TimeZoneInput} from '../inputs/TimeZoneInput.tsx'
import {IntentButton} from '../links/DocumentLink.tsx'
import {communityValue} from '../templates/newCommunity.ts'
import {type CommunityFields, readFirstCommunity} from './firstCommunity.ts'
import {firstPage} from './firstPage.ts'
import {languagesHint} from './languagesHint.ts'
import {ProblemCard} from './ProblemCard.tsx'
import {storeDrafts} from './storeDrafts.ts'
import {useAct} from './useAct.ts'
import type {WelcomeCommunity, WelcomeFacts} from './welcomeFacts.ts'

interface CommunityStepProps {
  facts: WelcomeFacts
  onDone: () => void
}

/** The community: what other documents and pages need. Saves its draft, and that of a meetings page. */
export function CommunityStep({facts, onDone}: CommunityStepProps) {
  const client = useClient({apiVersion})
  const form = useId()
  const {busy, problem, run} = useAct()
  const [fields, setFields] = useState(() => fieldsFrom(facts.community))
  const [problems, setProblems] = useState<Partial<Record<keyof CommunityFields, string>>>({})
  const change = (name: keyof CommunityFields, value: string) => {
    setFields((before) => ({...before, [name]: value}))
    setProblems((before) => ({...before, [name]: undefined}))
  }
  const save = () =>
    run(async () => {
      const unstored = unstoredInput.reasonFor(form)
      if (unstored !== undefined) throw new Error(unstored)
      const reading = readFirstCommunity(fields)
      if (reading.kind === 'problems') return setProblems(reading.problems)
      const page = facts.page ? [] : [firstPage(reading.fields)]
      await storeDrafts(client, [
        {_id: 'community', _type: 'community', ...reading.fields},
        ...page,
      ])
      onDone()
    })
  const text = (name: keyof CommunityFields, label: string, hint?: string) => (
    <LabeledControl label={label} hint={hint} problem={problems[name]}>
      {(attributes) => (
        <TextInput
          {...attributes}
          autoComplete="off"
          value={fields[name]}
          onChange={({currentTarget}) => change(name, currentTarget.value)}
        />
      )}
    </LabeledControl>
  )
  return (
    <FormDocument value={form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap={4}>
          {text('name', 'Name')}
          {text('shortName', 'Short name', 'Optional. For narrow places, such as a tab.')}
          <LabeledControl
            label="Home time zone"
            hint="A city, such as Madrid. Times are entered and shown in it, with the visitor’s own."
            problem={problems.timeZone}
          >
            {(attributes) => (
              <TimeZoneInput
                {...attributes}
                value={fields.timeZone}
                onChange={(timeZone) => change('timeZone', timeZone)}
              />
            )}
          </LabeledControl>
          {text('languages', 'Languages', languagesHint)}
          <LabeledControl
            label="Accent color"
            hint="Optional. For links and buttons."
            problem={problems.accentColor}
          >
            {(attributes) => (
              <Flex gap={2} align="center">
                <input
                  type="color"
                  aria-label="Pick a color"
                  value={readColor(fields.accentColor) ?? '#888888'}
                  style={swatch}
                  onChange={({currentTarget}) => change('accentColor', currentTarget.value)}
                />
                <div style={{flex: 1}}>
                  <TextInput
                    {...attributes}
                    autoComplete="off"
                    placeholder="#0b57d0"
                    value={fields.accentColor}
                    onChange={({currentTarget}) => change('accentColor', currentTarget.value)}
                  />
                </div>
              </Flex>
            )}
          </LabeledControl>
          <ProblemCard message={problem} />
          <Flex gap={2} wrap="wrap">
            <Button
              type="submit"
              text={busy ? 'Saving…' : 'Save and continue'}
              aria-disabled={busy}
            />
            {facts.community && (
              <IntentButton
                text="Open the document"
                intent="edit"
                params={{id: 'community', type: 'community'}}
              />
            )}
          </Flex>
        </Stack>
      </form>
    </FormDocument>
  )
}

/** A new community begins with the zone and the language of the browser. */
function fieldsFrom(community: WelcomeCommunity | undefined): CommunityFields {
  const usual = communityValue(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone)
  const languages = community && community.languages.length > 0 ? community.languages : undefined
  return {
    name: community?.name ?? '',
    shortName: community?.shortName ?? '',
    timeZone: community?.timeZone ?? usual.timeZone,
    languages: (languages ?? usual.languages).map(languageName).join(', '),
    accentColor: community?.accentColor ?? '',
  }
}

const swatch = {width: 40, height: 35, padding: 2, border: 0, background: 'none'} as const
