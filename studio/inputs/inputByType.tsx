import {isObjectTypeName, type ObjectTypeName} from '@touchpoints/schemas/registry'
import type {ComponentType} from 'react'
import {isObjectInputProps, type InputProps, type ObjectInputProps} from 'sanity'

import {lookUpVideo, type YoutubePlace} from '../recordings/lookUpVideo.ts'
import {RecordingMediaInput} from '../recordings/RecordingMediaInput.tsx'
import {SuggestedSessions} from '../recordings/SuggestedSessions.tsx'
import {RecurrenceInput} from './RecurrenceInput.tsx'
import {ScheduleInput} from './ScheduleInput.tsx'

const lookUp = (place: YoutubePlace, signal: AbortSignal) =>
  lookUpVideo(place, {fetch: (input, init) => globalThis.fetch(input, init), signal})

/** Null: Sanity's own input. */
const inputOfType = {
  agendaItem: null,
  channel: null,
  guestAppearance: null,
  link: null,
  meetingLinks: null,
  pageSection: null,
  recordingMedia: (props) => <RecordingMediaInput {...props} lookUp={lookUp} />,
  recurrence: RecurrenceInput,
  richText: null,
  schedule: ScheduleInput,
  titleFilter: null,
  workingGroupCall: null,
} satisfies Record<ObjectTypeName, ComponentType<ObjectInputProps> | null>

/**
 * Inputs attach here, by the name of the type they are for: the schema is read by the loader and the
 * command line too, where there is no React.
 */
export function inputByType(props: InputProps) {
  if (!isObjectInputProps(props)) return props.renderDefault(props)
  const {name} = props.schemaType
  const Input = isObjectTypeName(name) ? inputOfType[name] : null
  if (Input) return <Input {...props} />
  if (isSessionOfRecording(props)) return <SuggestedSessions {...props} />
  return props.renderDefault(props)
}

/** A reference has no type of its own to be known by. Only recordings have one of this name. */
function isSessionOfRecording({path, schemaType}: ObjectInputProps): boolean {
  return path.length === 1 && path[0] === 'touchpoint' && schemaType.name === 'reference'
}
