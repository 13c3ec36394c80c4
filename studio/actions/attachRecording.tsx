import {Button, Stack, Text, TextInput} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useState} from 'react'
import {useClient, useDocumentOperation, type DocumentActionComponent} from 'sanity'
import {useRouter} from 'sanity/router'

import {patchDraft} from '../documents/patchDraft.ts'
import {referenceTo} from '../documents/referenceTo.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {SuggestedRecordings} from '../recordings/SuggestedRecordings.tsx'
import {isNotInRelease} from './isNotInRelease.ts'
import {messageOf} from '../messageOf.ts'
import {recordingDraft} from './recordingDraft.ts'

/** Marks a session as held and creates its recording, with a link if the editor enters one. */
export const attachRecording: DocumentActionComponent = (props) => {
  const {id, type, draft, published, version, scopeId} = props
  const client = useClient({apiVersion})
  const {patch} = useDocumentOperation(id, type, scopeId)
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const document = version ?? draft ?? published
  if (document?.['status'] === 'cancelled' || isNotInRelease(props)) return null

  const finish = (recordingId: string) => {
    if (document?.['status'] !== 'held') patch.execute([{set: {status: 'held'}}])
    setOpen(false)
    router.navigateIntent('edit', {id: recordingId, type: 'recording'})
  }
  const attach = async (link: string) => {
    const recording = recordingDraft(document, link)
    if (recording.kind === 'problem') {
      setProblem(recording.message)
      return
    }
    try {
      // A session has one recording. If it exists, it opens.
      const existing = await client.fetch<string | null>(
        '*[_type == "recording" && touchpoint._ref == $id][0]._id',
        {id},
        {perspective: 'drafts'},
      )
      const recordingId = existing?.replace(/^drafts\./, '') ?? `recording-${id}`
      if (!existing) {
        await client.createIfNotExists({
          _id: `drafts.${recordingId}`,
          _type: 'recording',
          ...recording.value,
        })
      }
      finish(recordingId)
    } catch (error) {
      setProblem(notSaved(error))
    }
  }
  const attachExisting = async (recordingId: string) => {
    try {
      await patchDraft(client, recordingId, {
        touchpoint: referenceTo(id, 'touchpoint', {published: Boolean(published)}),
      })
      finish(recordingId)
    } catch (error) {
      setProblem(notSaved(error))
    }
  }

  return {
    label: 'Mark as held…',
    disabled: Boolean(patch.disabled) || !document,
    onHandle: () => {
      setProblem(undefined)
      setOpen(true)
    },
    dialog: open && {
      type: 'dialog',
      header: 'Mark as held',
      onClose: () => setOpen(false),
      content: (
        <Stack gap={5}>
          <LinkForm problem={problem} onAttach={(link) => void attach(link)} />
          <SuggestedRecordings
            touchpointId={id}
            onChoose={(recordingId) => void attachExisting(recordingId)}
          />
        </Stack>
      ),
    },
  }
}

function notSaved(error: unknown): string {
  return `Could not save the recording (${messageOf(error)}). Try again.`
}

interface LinkFormProps {
  problem: string | undefined
  onAttach: (link: string) => void
}

function LinkForm({problem, onAttach}: LinkFormProps) {
  const [link, setLink] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAttach(link)
      }}
    >
      <Stack gap={4}>
        <LabeledControl
          label="Link to the recording"
          hint="A YouTube link or another https link. Leave empty if the recording is not available yet."
          problem={problem}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              autoFocus
              value={link}
              placeholder="https://youtu.be/…"
              onChange={({currentTarget}) => setLink(currentTarget.value)}
            />
          )}
        </LabeledControl>
        <Text size={1} muted>
          Marks the session as held and opens a draft of its recording.
        </Text>
        <Button type="submit" tone="primary" text="Mark as held" />
      </Stack>
    </form>
  )
}
