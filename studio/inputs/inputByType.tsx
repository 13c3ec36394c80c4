import {
  type DocumentTypeName,
  isObjectTypeName,
  type ObjectTypeName,
} from '@touchpoints/schemas/registry'
import type {ComponentType, ReactNode} from 'react'
import {
  type ArrayOfObjectsInputProps,
  type ArrayOfPrimitivesInputProps,
  type InputProps,
  isArrayOfObjectsInputProps,
  isArrayOfPrimitivesInputProps,
  isObjectInputProps,
  isStringInputProps,
  type ObjectInputProps,
  type Path,
  type StringInputProps,
  useFormValue,
} from 'sanity'

import {GuestsInput} from '../acts/inPlace/GuestsInput.tsx'
import {inPlaceTypesOf, ReferenceInPlace} from '../acts/inPlace/ReferenceInPlace.tsx'
import {SeriesInput} from '../acts/session/SeriesInput.tsx'
import {SessionInput} from '../acts/session/SessionInput.tsx'
import {ColorInput} from '../colors/ColorInput.tsx'
import {RegionsInput} from '../community/RegionsInput.tsx'
import {SuggestedLineInput} from '../community/SuggestedLineInput.tsx'
import {mayHaveSuggestions} from '../community/suggestionsFor.ts'
import {LanguageInput} from '../languages/LanguageInput.tsx'
import {LanguagesInput} from '../languages/LanguagesInput.tsx'
import {TranslationsInput} from '../languages/TranslationsInput.tsx'
import {calmProps} from '../form/calmProps.ts'
import {useIsRevealed} from '../form/FormContext.ts'
import {FormRoot} from '../form/FormRoot.tsx'
import {lookUpVideo, type YoutubeReference} from '../recordings/lookUpVideo.ts'
import {RecordingMediaInput} from '../recordings/RecordingMediaInput.tsx'
import {SuggestedSessions} from '../recordings/SuggestedSessions.tsx'
import {CadenceInput} from './cadence/CadenceInput.tsx'
import {ChannelInput} from './ChannelInput.tsx'
import {isTranslations} from './fieldByType.tsx'
import {GroupInput} from './GroupInput.tsx'
import {WallTimeInput, ZoneInput} from './ScalarInputs.tsx'
import {ScheduleInput} from './ScheduleInput.tsx'
import {SlugFromTitle} from './SlugFromTitle.tsx'

const lookUp = (reference: YoutubeReference, signal: AbortSignal) =>
  lookUpVideo(reference, {fetch: (input, init) => globalThis.fetch(input, init), signal})

/** The custom input of each object type. Null for Sanity's default input. */
const inputOfType = {
  agendaItem: null,
  cadence: CadenceInput,
  cadenceBreak: null,
  cadenceException: null,
  channel: ChannelInput,
  communityRegion: null,
  groupRole: null,
  guestAppearance: null,
  // The arrays have an input of their own, see `isTranslations`. It edits their items.
  internationalizedArrayLine: null,
  internationalizedArrayLineValue: null,
  internationalizedArrayLines: null,
  internationalizedArrayLinesValue: null,
  internationalizedArrayParagraph: null,
  internationalizedArrayParagraphValue: null,
  internationalizedArrayRichText: null,
  internationalizedArrayRichTextValue: null,
  label: null,
  link: null,
  meetingIdentity: null,
  meetingLinks: null,
  pageSection: null,
  recordingMedia: (props) => <RecordingMediaInput {...props} lookUp={lookUp} />,
  // The input of a cadence edits its slots.
  recurrence: null,
  richText: null,
  schedule: ScheduleInput,
  term: null,
  termTranslation: null,
  titleFilter: null,
  typedLink: null,
  vocabulary: null,
  workspace: null,
} satisfies Record<ObjectTypeName, ComponentType<ObjectInputProps> | null>

/** Inputs of scalars that the Studio reads more leniently than it stores them. */
const inputOfScalar: Readonly<Record<string, ComponentType<StringInputProps>>> = {
  color: ColorInput,
  languageTag: LanguageInput,
  timeZone: ZoneInput,
  wallTime: WallTimeInput,
}

interface ListInput {
  type: DocumentTypeName
  Input: ComponentType<ArrayOfPrimitivesInputProps>
}

/** Inputs of lists of texts by the name of the field, each in one document type. */
const inputOfList: Readonly<Record<string, ListInput>> = {
  languages: {type: 'community', Input: LanguagesInput},
  regions: {type: 'series', Input: RegionsInput},
}

/**
 * Renders the custom input of a type, or Sanity's default input.
 *
 * The schema itself doesn't name inputs, because the loader and the command line use it without React.
 */
export function inputByType(props: InputProps) {
  const isRevealed = useIsRevealed(props.path)
  if (isObjectInputProps(props) && props.path.length === 0) {
    return <FormRoot {...props}>{ownInput(props)}</FormRoot>
  }
  // A spread would lose which kind of input it is.
  return ownInput(Object.assign({}, props, calmProps(props, isRevealed)))
}

function ownInput(props: InputProps) {
  if (isStringInputProps(props)) {
    const Input = inputOfScalar[props.schemaType.name]
    if (Input) return <Input {...props} />
    const suggests = props.schemaType.name === 'line' && mayHaveSuggestions(props.path)
    return suggests ? <SuggestedLineInput {...props} /> : props.renderDefault(props)
  }
  if (isArrayOfPrimitivesInputProps(props)) {
    const list = inputOfList[onlyName(props.path)]
    if (!list) return props.renderDefault(props)
    const {type, Input} = list
    return <OfType type={type} own={() => <Input {...props} />} other={renderDefault(props)} />
  }
  if (isArrayOfObjectsInputProps(props)) {
    if (isTranslations(props.schemaType.name)) return <TranslationsInput {...props} />
    return isListOfGuests(props) ? <GuestsInput {...props} /> : props.renderDefault(props)
  }
  if (!isObjectInputProps(props)) return props.renderDefault(props)
  const {name} = props.schemaType
  if (name === 'workingGroup' && props.path.length === 0) return <GroupInput {...props} />
  if (name === 'touchpoint' && props.path.length === 0) return <SessionInput {...props} />
  if (name === 'series' && props.path.length === 0) return <SeriesInput {...props} />
  if (name === 'slug') return <SlugFromTitle {...props} />
  const Input = isObjectTypeName(name) ? inputOfType[name] : null
  if (Input) return <Input {...props} />
  if (!isReferenceToSession(props)) {
    const types = inPlaceTypesOf(props)
    return types.length > 0 ? (
      <ReferenceInPlace {...props} types={types} />
    ) : (
      props.renderDefault(props)
    )
  }
  const inPlace = (inner: InputProps) =>
    isObjectInputProps(inner) ? (
      <ReferenceInPlace {...inner} renderDefault={props.renderDefault} types={['touchpoint']} />
    ) : (
      props.renderDefault(inner)
    )
  const own = () => <SuggestedSessions {...props} renderDefault={inPlace} />
  return <OfType type="recording" own={own} other={renderDefault(props)} />
}

/** Chooses by the type of the document: a project can add a field of the same name to another type. */
function OfType({type, own, other}: OfTypeProps) {
  return useFormValue(['_type']) === type ? own() : other()
}

interface OfTypeProps {
  type: DocumentTypeName
  own: () => ReactNode
  other: () => ReactNode
}

/** Returns a function, so that only what is chosen is rendered. */
function renderDefault<Props extends {renderDefault: (props: Props) => ReactNode}>(props: Props) {
  return () => props.renderDefault(props)
}

/** Returns the name of a field at the top of a document, or an empty text. */
function onlyName(path: Path): string {
  const [name] = path
  return path.length === 1 && typeof name === 'string' ? name : ''
}

/** The guests of a session: a list of appearances only. */
function isListOfGuests({schemaType}: ArrayOfObjectsInputProps): boolean {
  return schemaType.of.every(({name}) => name === 'guestAppearance')
}

/** References have no named type, so this checks the path. */
function isReferenceToSession({path, schemaType}: ObjectInputProps): boolean {
  return path.length === 1 && path[0] === 'touchpoint' && schemaType.name === 'reference'
}
