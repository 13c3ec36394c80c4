import {Button, Stack, Text, TextInput} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useState} from 'react'
import {useClient, useDocumentOperation, type DocumentActionComponent} from 'sanity'
import {useRouter} from 'sanity/router'

import {patchDraft} from '../documents/patchDraft.ts'
import {referenceTo} from '../documents/referenceTo.ts'
import {LabelledControl} from '../inputs/LabelledControl.tsx'
import {SuggestedRecordings} from '../recordings/SuggestedRecordings.tsx'
import {isNotInRelease} from './isNotInRelease.ts'
import {recordingOf} from './recordingOf.ts'

/** Marks a session as held and starts its recording, with the link when there is one already. */
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
    const recording = recordingOf(document, link)
    if (recording.kind === 'problem') {
      setProblem(recording.message)
      return
    }
    try {
      // One recording a session: asked a second time, the first one's opens.
      const known = await client.fetch<string | null>(
        '*[_type == "recording" && touchpoint._ref == $id][0]._id',
        {id},
        {perspective: 'drafts'},
      )
      const recordingId = known?.replace(/^drafts\./, '') ?? `recording-${id}`
      if (!known) {
        await client.createIfNotExists({
          _id: `drafts.${recordingId}`,
          _type: 'recording',
          ...recording.value,
        })
      }
      finish(recordingId)
    } catch (error) {
      setProblem(notStored(error))
    }
  }
  const attachKnown = async (recordingId: string) => {
    try {
      await patchDraft(client, recordingId, {
        touchpoint: referenceTo(id, 'touchpoint', {published: Boolean(published)}),
      })
      finish(recordingId)
    } catch (error) {
      setProblem(notStored(error))
    }
  }

  return {
    label: 'Mark as held, attach a recording…',
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
            onChoose={(recordingId) => void attachKnown(recordingId)}
          />
        </Stack>
      ),
    },
  }
}

function notStored(error: unknown): string {
  return `It could not be stored: ${error instanceof Error ? error.message : String(error)}`
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
        <LabelledControl
          label="Link to the recording"
          hint="YouTube or any other. Empty while it is processed: the recording waits under Needs attention."
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
        </LabelledControl>
        <Text size={1} muted>
          The session is marked as held, and a draft of its recording opens.
        </Text>
        <Button type="submit" tone="primary" text="Mark as held" />
      </Stack>
    </form>
  )
}
