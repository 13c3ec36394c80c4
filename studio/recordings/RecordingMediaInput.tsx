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

import {LabelledControl} from '../inputs/LabelledControl.tsx'
import type {VideoFacts, YoutubePlace} from './lookUpVideo.ts'
import {mediaOfLink, type RecordingPlace} from './mediaOfLink.ts'
import {VideoCard} from './VideoCard.tsx'

interface RecordingMediaInputProps extends ObjectInputProps {
  lookUp: (place: YoutubePlace, signal: AbortSignal) => Promise<VideoFacts>
}

/** Where a recording is: a pasted link becomes what is stored, wherever in here it is pasted. */
export function RecordingMediaInput({lookUp, ...props}: RecordingMediaInputProps) {
  const {value, onChange, readOnly, renderDefault} = props
  const [link, setLink] = useState('')
  const [problem, setProblem] = useState<string>()
  const place = youtubePlaceOf(value)
  const {facts, ask} = useVideoFacts(place, lookUp)

  const store = (found: RecordingPlace) => {
    setLink('')
    setProblem(undefined)
    // One place, not two that could contradict: the earlier one goes.
    onChange(set({_type: 'recordingMedia', ...found}))
    if (!('url' in found)) ask(found)
  }
  const take = (text: string) => {
    const found = mediaOfLink(text)
    if (found) store(found)
    else setProblem('That is no link: paste one that starts with https://.')
  }
  const pasted = (event: ClipboardEvent) => {
    const found = mediaOfLink(event.clipboardData.getData('text'))
    if (readOnly || !found) return
    event.preventDefault()
    event.stopPropagation()
    store(found)
  }

  return (
    <Stack gap={4} onPasteCapture={pasted} data-testid="recording-media-input">
      {!readOnly && (
        <LabelledControl
          label="Paste a link"
          hint="A YouTube link in any form becomes its id, and YouTube is asked for the title. Any other https link is kept."
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
                    take(link)
                  }}
                />
              </div>
              <Button
                mode="ghost"
                text="Use"
                disabled={link.trim() === ''}
                onClick={() => take(link)}
              />
            </Flex>
          )}
        </LabelledControl>
      )}
      {place && (
        <AboutVideo
          id={idOf(place)}
          facts={facts}
          onAsk={readOnly ? undefined : () => ask(place)}
          readOnly={readOnly === true}
        />
      )}
      {renderDefault(props)}
    </Stack>
  )
}

interface AboutVideoProps {
  id: string
  facts: VideoFacts | 'asking' | undefined
  onAsk: (() => void) | undefined
  readOnly: boolean
}

/** The video, and what follows from it for the rest of the recording: each with one click, none by itself. */
function AboutVideo({id, facts, onAsk, readOnly}: AboutVideoProps) {
  const documentId = textOf(useFormValue(['_id'])) ?? ''
  // An input's own changes stay within its field; these are of the document.
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
        facts={facts}
        onAsk={onAsk}
        onTakeTitle={readOnly || title ? undefined : (found) => setField('title', found)}
      />
      {processing && !readOnly && (
        <Card padding={3} radius={2} border tone="caution">
          <Flex gap={3} align="center" wrap="wrap">
            <Text size={1}>The recording is still marked as processing.</Text>
            <Button
              mode="ghost"
              text="Mark it as published"
              onClick={() => setField('availability', 'published')}
            />
          </Flex>
        </Card>
      )}
    </Stack>
  )
}

/** What is known of the place that is stored now; an answer about an earlier one is dropped. */
function useVideoFacts(
  place: YoutubePlace | undefined,
  lookUp: RecordingMediaInputProps['lookUp'],
) {
  const [answer, setAnswer] = useState<{id: string; facts: VideoFacts | 'asking'}>()
  const asking = useRef<AbortController>(null)
  useEffect(() => () => asking.current?.abort(), [])
  const ask = (asked: YoutubePlace) => {
    asking.current?.abort()
    const controller = new AbortController()
    asking.current = controller
    const id = idOf(asked)
    setAnswer({id, facts: 'asking'})
    void lookUp(asked, controller.signal).then((facts) => {
      if (!controller.signal.aborted) setAnswer({id, facts})
    })
  }
  const facts = place && answer?.id === idOf(place) ? answer.facts : undefined
  return {facts, ask}
}

function youtubePlaceOf(value: ObjectInputProps['value']): YoutubePlace | undefined {
  const video = youtubeId.safeParse(value?.['youtubeId'])
  if (video.success) return {youtubeId: video.data}
  const playlist = youtubePlaylistId.safeParse(value?.['playlistId'])
  return playlist.success ? {playlistId: playlist.data} : undefined
}

function idOf(place: YoutubePlace): string {
  return 'youtubeId' in place ? place.youtubeId : place.playlistId
}
