import {isObjectTypeName, type ObjectTypeName} from '@touchpoints/schemas/registry'
import type {ComponentType} from 'react'
import {isObjectInputProps, type InputProps, type ObjectInputProps} from 'sanity'

import {lookUpVideo, type YoutubeReference} from '../recordings/lookUpVideo.ts'
import {RecordingMediaInput} from '../recordings/RecordingMediaInput.tsx'
import {SuggestedSessions} from '../recordings/SuggestedSessions.tsx'
import {RecurrenceInput} from './RecurrenceInput.tsx'
import {ScheduleInput} from './ScheduleInput.tsx'

const lookUp = (reference: YoutubeReference, signal: AbortSignal) =>
  lookUpVideo(reference, {fetch: (input, init) => globalThis.fetch(input, init), signal})

/** The custom input of each object type. Null for Sanity's default input. */
const inputOfType = {
  agendaItem: null,
  channel: null,
  guestAppearance: null,
  link: null,
  meetingIdentity: null,
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
 * Renders the custom input of a type, or Sanity's default input.
 *
 * The schema itself doesn't name inputs, because the loader and the command line use it without React.
 */
export function inputByType(props: InputProps) {
  if (!isObjectInputProps(props)) return props.renderDefault(props)
  const {name} = props.schemaType
  const Input = isObjectTypeName(name) ? inputOfType[name] : null
  if (Input) return <Input {...props} />
  if (isSessionOfRecording(props)) return <SuggestedSessions {...props} />
  return props.renderDefault(props)
}

/** References have no named type, so this checks the path. Only recordings have a field of this name. */
function isSessionOfRecording({path, schemaType}: ObjectInputProps): boolean {
  return path.length === 1 && path[0] === 'touchpoint' && schemaType.name === 'reference'
}
