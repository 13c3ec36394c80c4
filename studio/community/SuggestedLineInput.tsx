import {Button, Flex, Stack, TextInput} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'
import {useId} from 'react'
import {set, type StringInputProps, useFormValue} from 'sanity'

import {useCommunity} from './CommunityContext.ts'
import {suggestionsFor} from './suggestionsFor.ts'

/** Buttons for more would fill the form. The field itself lists all. */
const maxButtons = 8

/** Input for a text in the community's own word. While it is empty, one click enters a suggestion. */
export function SuggestedLineInput(props: StringInputProps) {
  const {value, path, onChange, readOnly, elementProps} = props
  const list = useId()
  const community = useCommunity()
  const suggestions = suggestionsFor(textOf(useFormValue(['_type'])) ?? '', path, community)
  if (suggestions.length === 0) return props.renderDefault(props)
  return (
    <Stack gap={2}>
      <TextInput {...elementProps} list={list} autoComplete="off" value={value ?? ''} />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
      {!value && !readOnly && (
        <Flex gap={1} wrap="wrap" role="group" aria-label="Suggestions">
          {suggestions.slice(0, maxButtons).map((suggestion) => (
            <Button
              key={suggestion}
              type="button"
              mode="ghost"
              padding={2}
              fontSize={1}
              text={suggestion}
              onClick={() => onChange(set(suggestion))}
            />
          ))}
        </Flex>
      )}
    </Stack>
  )
}
