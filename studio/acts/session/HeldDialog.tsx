import {Stack, Text, TextInput} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'
import {useState} from 'react'

import {useCommunity} from '../../community/CommunityContext.ts'
import {ChoiceButtons} from '../../inputs/ChoiceButtons.tsx'
import {LabeledControl} from '../../inputs/LabeledControl.tsx'
import {SuggestedRecordings} from '../../recordings/SuggestedRecordings.tsx'
import {referenceTo} from '../../documents/referenceTo.ts'
import {ActDialog} from '../ActDialog.tsx'
import {useDocumentAct} from '../useDocumentAct.ts'
import type {SessionDialogProps} from './CancelDialog.tsx'
import {consequences} from './consequences.ts'
import {LinkedVideo} from './LinkedVideo.tsx'
import {availabilityOf, type RecordingChoice, recordingOfSession} from './recordingOfSession.ts'
import {useStoredRecording} from './useStoredRecording.ts'

const kinds = [
  {value: 'link', text: 'Link'},
  {value: 'later', text: 'No recording yet'},
  {value: 'notRecorded', text: 'Not recorded'},
] as const

/** What visitors see about the recording. */
const seenOf = {
  link: 'with its recording',
  later: 'and that its recording follows',
  notRecorded: 'and why there is no recording',
} as const satisfies Record<RecordingChoice['kind'], string>

/** Marks a session as held and publishes it with its recording, which is a new document or a suggested one. */
export function HeldDialog({id, release, onClose}: SessionDialogProps) {
  const {busy, problem, situation, document, act} = useDocumentAct(
    {id, type: 'touchpoint', release},
    ['status'],
  )
  const {session} = useCommunity()
  const stored = useStoredRecording(id)
  const [kind, setKind] = useState<RecordingChoice['kind']>('link')
  const [link, setLink] = useState('')
  const [reason, setReason] = useState('')
  const [inputProblem, setInputProblem] = useState<string>()

  const hold = async (publish: boolean) => {
    const choice: RecordingChoice =
      kind === 'link' ? {kind, link} : kind === 'later' ? {kind} : {kind, reason}
    const request = {set: {status: 'held'}, publish, done: 'Marked as held'}
    if (stored?.kind === 'complete') {
      if (await act(request)) onClose()
      return
    }
    const recording = recordingOfSession(document, choice)
    if (recording.kind === 'problem') {
      setInputProblem(recording.message)
      return
    }
    const availability = availabilityOf(choice)
    // A session has one recording. If it exists, only its source is added.
    const done =
      stored?.kind === 'incomplete' && availability.kind === 'fields'
        ? act({
            ...request,
            others: [{id: stored.id, set: availability.fields}],
          })
        : act({...request, create: [recording.document], alongside: [recording.document._id]})
    if (await done) onClose()
  }
  const attach = async (recordingId: string) => {
    const touchpoint = referenceTo(id, 'touchpoint', {published: false})
    const others = [{id: recordingId, set: {touchpoint}}]
    const request = {set: {status: 'held'}, others, publish: true, done: 'Marked as held'}
    if (await act(request)) onClose()
  }
  const inRelease = release !== undefined
  return (
    <ActDialog
      title="Mark as held"
      sentences={consequences(`the ${session.singular} as held, ${seenOf[kind]}`, situation)}
      problem={problem}
      busy={busy}
      primary={{
        text: inRelease ? 'Mark as held in the release' : 'Mark as held and publish',
        tone: 'primary',
        onClick: () => void hold(true),
      }}
      secondary={inRelease ? undefined : {text: 'Keep as draft', onClick: () => void hold(false)}}
      onClose={onClose}
    >
      {stored?.kind === 'complete' ? (
        <Text size={1}>{`It already has a recording: “${stored.title}”.`}</Text>
      ) : (
        <Stack gap={4}>
          <ChoiceButtons
            legend="Recording"
            choices={kinds}
            isChosen={(value) => value === kind}
            onToggle={(value) => {
              setKind(value)
              setInputProblem(undefined)
            }}
          />
          {kind === 'link' && (
            <LabeledControl
              label="Link to the recording"
              hint="A YouTube link in any form, or another https link."
              problem={inputProblem}
            >
              {(attributes) => (
                <TextInput
                  {...attributes}
                  autoFocus
                  value={link}
                  placeholder="https://youtu.be/…"
                  onChange={({currentTarget}) => {
                    setLink(currentTarget.value)
                    setInputProblem(undefined)
                  }}
                />
              )}
            </LabeledControl>
          )}
          {kind === 'link' && <LinkedVideo link={textOf(link) ?? ''} />}
          {kind === 'notRecorded' && (
            <LabeledControl
              label="Reason for no recording"
              hint="Visitors see it, such as “Held under the Chatham House Rule”."
              problem={inputProblem}
            >
              {(attributes) => (
                <TextInput
                  {...attributes}
                  autoFocus
                  maxLength={200}
                  value={reason}
                  onChange={({currentTarget}) => {
                    setReason(currentTarget.value)
                    setInputProblem(undefined)
                  }}
                />
              )}
            </LabeledControl>
          )}
          <SuggestedRecordings
            touchpointId={id}
            onChoose={(recordingId) => void attach(recordingId)}
          />
        </Stack>
      )}
    </ActDialog>
  )
}
