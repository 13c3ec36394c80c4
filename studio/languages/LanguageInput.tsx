import {Stack, Text, TextInput} from '@sanity/ui'
import {languageName} from '@touchpoints/schemas/reading'
import {useId, useState} from 'react'
import {set, type StringInputProps, unset} from 'sanity'

import {useCommunity} from '../community/CommunityContext.ts'
import {findLanguage, suggestedLanguages} from './findLanguage.ts'

/** Input for a language tag that also reads the name: "Spanish" becomes es. The community's languages come first. */
export function LanguageInput({value, onChange, elementProps}: StringInputProps) {
  const list = useId()
  const {languages} = useCommunity()
  const [typed, setTyped] = useState<string>()
  const finish = () => {
    if (typed === undefined) return
    setTyped(undefined)
    const next = findLanguage(typed) ?? typed.trim()
    onChange(next === '' ? unset() : set(next))
  }
  return (
    <Stack gap={2}>
      <TextInput
        {...elementProps}
        list={list}
        autoComplete="off"
        placeholder="Spanish, or es"
        value={typed ?? value ?? ''}
        onChange={({currentTarget}) => setTyped(currentTarget.value)}
        onKeyDown={({key}) => key === 'Enter' && finish()}
        onBlur={(event) => {
          finish()
          elementProps.onBlur(event)
        }}
      />
      <datalist id={list}>
        {[...new Set([...languages, ...suggestedLanguages])].map((tag) => (
          <option key={tag} value={languageName(tag)} />
        ))}
      </datalist>
      {value && (
        <Text size={1} muted>
          {languageName(value)}
        </Text>
      )}
    </Stack>
  )
}
