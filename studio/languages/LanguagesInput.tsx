import {Badge, Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {languageName} from '@touchpoints/schemas/reading'
import {useId, useState} from 'react'
import {type ArrayOfPrimitivesInputProps, set, unset} from 'sanity'

import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {findLanguage, suggestedLanguages} from './findLanguage.ts'

/** Input for the community's languages by name. The first one is the default, and another can take its place. */
export function LanguagesInput({value, onChange, readOnly}: ArrayOfPrimitivesInputProps) {
  const list = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const chosen = (value ?? []).map(String)
  const store = (tags: readonly string[]) => onChange(tags.length === 0 ? unset() : set(tags))
  const add = (text: string) => {
    if (text.trim() === '') return
    const tag = findLanguage(text)
    if (tag === undefined) {
      setTyped(text)
      setProblem(
        `“${text.trim()}” is not a language. Choose one from the list, or enter its tag, such as es.`,
      )
      return
    }
    setTyped('')
    setProblem(undefined)
    if (!chosen.includes(tag)) store([...chosen, tag])
  }
  return (
    <Stack gap={3} data-testid="languages-input">
      <Stack as="ul" gap={2} style={{margin: 0, padding: 0, listStyle: 'none'}}>
        {chosen.map((tag, index) => (
          <Flex as="li" key={tag} gap={2} align="center" wrap="wrap">
            <Text size={1} weight="medium">
              {languageName(tag)}
            </Text>
            <Text size={1} muted>
              {tag}
            </Text>
            {index === 0 ? (
              <Badge tone="primary">Default</Badge>
            ) : (
              <Button
                mode="bleed"
                padding={2}
                fontSize={1}
                text="Make default"
                aria-label={`Make ${languageName(tag)} the default`}
                disabled={readOnly === true}
                onClick={() => store([tag, ...chosen.filter((each) => each !== tag)])}
              />
            )}
            <Button
              mode="bleed"
              tone="critical"
              padding={2}
              fontSize={1}
              text="Remove"
              aria-label={`Remove ${languageName(tag)}`}
              disabled={readOnly === true}
              onClick={() => store(chosen.filter((each) => each !== tag))}
            />
          </Flex>
        ))}
      </Stack>
      <LabeledControl label="Add a language" problem={problem}>
        {(attributes) => (
          <Flex gap={2}>
            <div style={{flex: 1}}>
              <TextInput
                {...attributes}
                list={list}
                autoComplete="off"
                placeholder="Spanish"
                value={typed}
                readOnly={readOnly}
                onChange={({currentTarget}) => {
                  setTyped(currentTarget.value)
                  setProblem(undefined)
                }}
                onKeyDown={({key}) => key === 'Enter' && add(typed)}
              />
            </div>
            <Button
              mode="ghost"
              text="Add"
              disabled={readOnly === true || typed.trim() === ''}
              onClick={() => add(typed)}
            />
          </Flex>
        )}
      </LabeledControl>
      <datalist id={list}>
        {suggestedLanguages
          .filter((tag) => !chosen.includes(tag))
          .map((tag) => (
            <option key={tag} value={languageName(tag)} />
          ))}
      </datalist>
    </Stack>
  )
}
