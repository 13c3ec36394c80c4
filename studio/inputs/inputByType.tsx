import {isObjectInputProps, type InputProps, type ObjectInputProps} from 'sanity'

import {lookUpVideo, type YoutubePlace} from '../recordings/lookUpVideo.ts'
import {RecordingMediaInput} from '../recordings/RecordingMediaInput.tsx'
import {SuggestedSessions} from '../recordings/SuggestedSessions.tsx'
import {RecurrenceInput} from './RecurrenceInput.tsx'
import {ScheduleInput} from './ScheduleInput.tsx'

/**
 * Inputs attach here, by the name of the type they are for: the schema is read by the loader and the
 * command line too, where there is no React.
 */
export function inputByType(props: InputProps) {
  if (!isObjectInputProps(props)) return props.renderDefault(props)
  if (props.schemaType.name === 'schedule') return <ScheduleInput {...props} />
  if (props.schemaType.name === 'recurrence') return <RecurrenceInput {...props} />
  if (props.schemaType.name === 'recordingMedia') {
    return <RecordingMediaInput {...props} lookUp={lookUp} />
  }
  if (isSessionOfRecording(props)) return <SuggestedSessions {...props} />
  return props.renderDefault(props)
}

/** A reference has no type of its own to be known by. Only recordings have one of this name. */
function isSessionOfRecording({path, schemaType}: ObjectInputProps): boolean {
  return path.length === 1 && path[0] === 'touchpoint' && schemaType.name === 'reference'
}

const lookUp = (place: YoutubePlace, signal: AbortSignal) =>
  lookUpVideo(place, {fetch: (input, init) => globalThis.fetch(input, init), signal})
