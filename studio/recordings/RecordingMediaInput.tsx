import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {publishedId, textOf} from '@touchpoints/schemas/reading'
import {youtubeId, youtubePlaylistId} from '@touchpoints/schemas/scalars'
import {type ClipboardEvent, useEffect, useRef, useState} from 'react'
import {
  getVersionFromId,
  type ObjectInputProps,
  set,
  useDocumentOperation,
  useFormValue,
} from 'sanity'

import {LabeledControl} from '../inputs/LabeledControl.tsx'
import type {VideoDetails, YoutubeReference} from './lookUpVideo.ts'
import {mediaOfLink, type RecordingSource} from './mediaOfLink.ts'
import {VideoCard} from './VideoCard.tsx'

interface RecordingMediaInputProps extends ObjectInputProps {
  lookUp: (reference: YoutubeReference, signal: AbortSignal) => Promise<VideoDetails>
}

/** Input for the source of a recording. A link can be pasted into any of its fields. */
export function RecordingMediaInput({lookUp, ...props}: RecordingMediaInputProps) {
  const {value, onChange, readOnly, renderDefault} = props
  const [link, setLink] = useState('')
  const [problem, setProblem] = useState<string>()
  const reference = youtubeReferenceOf(value)
  const {details, request} = useVideoDetails(reference, lookUp)

  const store = (source: RecordingSource) => {
    setLink('')
    setProblem(undefined)
    // Replaces the previous source, because a recording has one.
    onChange(set({_type: 'recordingMedia', ...source}))
    if (!('url' in source)) request(source)
  }
  const storeLink = (text: string) => {
    const source = mediaOfLink(text)
    if (source) store(source)
    else {
      setProblem(
        'Not a valid link. Paste one that starts with https://, such as https://youtu.be/Aj84quEIEug.',
      )
    }
  }
  const handlePaste = (event: ClipboardEvent) => {
    const source = mediaOfLink(event.clipboardData.getData('text'))
    if (readOnly || !source) return
    event.preventDefault()
    event.stopPropagation()
    store(source)
  }

  return (
    <Stack gap={4} onPasteCapture={handlePaste} data-testid="recording-media-input">
      {!readOnly && (
        <LabeledControl
          label="Paste a link"
          hint="From a YouTube link, the Studio stores the id and requests the title. It stores any other https link without tracking parameters."
          problem={problem}
        >
          {(attributes) => (
            <Flex gap={2}>
              <div style={{flex: 1, minWidth: 0}}>
                <TextInput
                  {...attributes}
                  value={link}
                  placeholder="https://youtu.be/…"
                  onChange={({currentTarget}) => {
                    setLink(currentTarget.value)
                    setProblem(undefined)
                  }}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return
                    event.preventDefault()
                    storeLink(link)
                  }}
                />
              </div>
              <Button
                mode="ghost"
                text="Use link"
                disabled={link.trim() === ''}
                onClick={() => storeLink(link)}
              />
            </Flex>
          )}
        </LabeledControl>
      )}
      {reference && (
        <VideoSection
          id={idOf(reference)}
          details={details}
          onRequest={readOnly ? undefined : () => request(reference)}
          readOnly={readOnly === true}
        />
      )}
      {renderDefault(props)}
    </Stack>
  )
}

interface VideoSectionProps {
  id: string
  details: VideoDetails | 'loading' | undefined
  onRequest: (() => void) | undefined
  readOnly: boolean
}

/** Shows the video, with buttons to apply its title and to mark the recording as published. */
function VideoSection({id, details, onRequest, readOnly}: VideoSectionProps) {
  const documentId = textOf(useFormValue(['_id'])) ?? ''
  // `onChange` can only change this field, so other fields need a patch of the document.
  const {patch} = useDocumentOperation(
    publishedId(documentId),
    'recording',
    getVersionFromId(documentId),
  )
  const title = textOf(useFormValue(['title']))
  const processing = useFormValue(['availability']) === 'processing'
  const setField = (field: string, value: string) => patch.execute([{set: {[field]: value}}])
  return (
    <Stack gap={3}>
      <VideoCard
        id={id}
        details={details}
        onRequest={onRequest}
        onUseTitle={readOnly || title ? undefined : (value) => setField('title', value)}
      />
      {processing && !readOnly && (
        <Card padding={3} radius={2} border tone="caution">
          <Flex gap={3} align="center" wrap="wrap">
            <Text size={1}>Availability is still set to “Processing”.</Text>
            <Button
              mode="ghost"
              text="Mark as published"
              onClick={() => setField('availability', 'published')}
            />
          </Flex>
        </Card>
      )}
    </Stack>
  )
}

/** Loads the details of the stored video. Results for a previous video are ignored. */
function useVideoDetails(
  reference: YoutubeReference | undefined,
  lookUp: RecordingMediaInputProps['lookUp'],
) {
  const [result, setResult] = useState<{id: string; details: VideoDetails | 'loading'}>()
  const pending = useRef<AbortController>(null)
  useEffect(() => () => pending.current?.abort(), [])
  const request = (requested: YoutubeReference) => {
    pending.current?.abort()
    const controller = new AbortController()
    pending.current = controller
    const id = idOf(requested)
    setResult({id, details: 'loading'})
    void lookUp(requested, controller.signal).then((details) => {
      if (!controller.signal.aborted) setResult({id, details})
    })
  }
  const details = reference && result?.id === idOf(reference) ? result.details : undefined
  return {details, request}
}

function youtubeReferenceOf(value: ObjectInputProps['value']): YoutubeReference | undefined {
  const video = youtubeId.safeParse(value?.['youtubeId'])
  if (video.success) return {youtubeId: video.data}
  const playlist = youtubePlaylistId.safeParse(value?.['playlistId'])
  return playlist.success ? {playlistId: playlist.data} : undefined
}

function idOf(reference: YoutubeReference): string {
  return 'youtubeId' in reference ? reference.youtubeId : reference.playlistId
}
