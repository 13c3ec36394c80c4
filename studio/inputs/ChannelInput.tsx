import {Select, Stack, TextInput} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'
import {useId} from 'react'
import {type ObjectInputProps, set, setIfMissing, unset} from 'sanity'

import {
  type ChannelKind,
  channelKinds,
  channelFields,
  isChannelKind,
} from '../community/channelKinds.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {LabeledControl} from './LabeledControl.tsx'
import {markersOf} from './markersOf.ts'
import {ProblemList} from './ProblemList.tsx'

/** Input for a channel: its kind, then only the fields that channels of this kind have. */
export function ChannelInput({value, onChange, readOnly, members, path}: ObjectInputProps) {
  const {workspaces} = useCommunity()
  const list = useId()
  const kind: unknown = value?.['kind']
  const own = isChannelKind(kind) ? channelFields(kind) : undefined
  const text = (field: string) => textOf(value?.[field]) ?? ''
  const markers = markersOf(members)
  const shown: ReadonlySet<unknown> = new Set([
    'kind',
    'url',
    'title',
    ...(own ? ['name'] : []),
    ...(own?.workspace ? ['workspace'] : []),
  ])
  const problemOf = (field: string) =>
    markers.find(({path: at}) => at[path.length] === field)?.message
  const write = (field: string, next: string) =>
    onChange([setIfMissing({_type: 'channel'}), next === '' ? unset([field]) : set(next, [field])])
  const changeKind = (next: ChannelKind) =>
    onChange([
      setIfMissing({_type: 'channel'}),
      set(next, ['kind']),
      ...(channelFields(next).workspace ? [] : [unset(['workspace'])]),
    ])
  const input = (field: string, label: string, placeholder?: string, hint?: string) => (
    <LabeledControl label={label} hint={hint} problem={problemOf(field)}>
      {(attributes) => (
        <TextInput
          {...attributes}
          value={text(field)}
          placeholder={placeholder}
          readOnly={readOnly}
          onChange={({currentTarget}) => write(field, currentTarget.value)}
          {...(field === 'workspace' && {list, autoComplete: 'off'})}
        />
      )}
    </LabeledControl>
  )
  return (
    <Stack gap={4} data-testid="channel-input">
      <LabeledControl label="Kind" problem={problemOf('kind')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={isChannelKind(kind) ? kind : ''}
            disabled={readOnly}
            onChange={({currentTarget}) => {
              if (isChannelKind(currentTarget.value)) changeKind(currentTarget.value)
            }}
          >
            <option value="" disabled>
              Choose a kind
            </option>
            {channelKinds.map(({value: each, title}) => (
              <option key={each} value={each}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </LabeledControl>
      {own && (
        <>
          {input('name', own.name, own.placeholder)}
          {own.workspace && input('workspace', own.workspace)}
          {input('url', 'Link', 'https://')}
          {input('title', 'Link text', undefined, 'Defaults to the name. You can leave it empty.')}
        </>
      )}
      <ProblemList problems={markers.filter(({path: at}) => !shown.has(at[path.length]))} />
      <datalist id={list}>
        {workspaces
          .filter((workspace) => workspace.kind === kind)
          .map(({name}) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </Stack>
  )
}
