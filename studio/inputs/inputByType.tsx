import {isObjectInputProps, type InputProps} from 'sanity'

import {lookUpVideo, type YoutubePlace} from '../recordings/lookUpVideo.ts'
import {RecordingMediaInput} from '../recordings/RecordingMediaInput.tsx'
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
  return props.renderDefault(props)
}

const lookUp = (place: YoutubePlace, signal: AbortSignal) =>
  lookUpVideo(place, {fetch: (input, init) => globalThis.fetch(input, init), signal})
