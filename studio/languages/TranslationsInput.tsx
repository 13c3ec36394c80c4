import {Button, Card, Flex, Stack, TextArea, TextInput} from '@sanity/ui'
import {languageName, textOf} from '@touchpoints/schemas/reading'
import {type ArrayOfObjectsInputProps, insert, set, setIfMissing, unset} from 'sanity'

import {useCommunity} from '../community/CommunityContext.ts'
import {newKey} from '../documents/newKey.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {markersIn} from '../inputs/markersOf.ts'
import {textDirection} from './textDirection.ts'
import {type TranslationRow, translationRows} from './translationRows.ts'

const noLongerListed =
  'This language is not one of the community’s languages, so visitors don’t see it. Add the language to the community, or remove the text.'

/** Input for the translations of a field: one text for each language of the community. */
export function TranslationsInput(props: ArrayOfObjectsInputProps) {
  const {value, onChange, readOnly, members, path, schemaType} = props
  const {languages} = useCommunity()
  const rows = translationRows(value, languages)
  const itemType = schemaType.of[0]
  const valueType =
    itemType && 'fields' in itemType
      ? itemType.fields.find(({name}) => name === 'value')?.type
      : undefined
  if (!itemType || !valueType) return props.renderDefault(props)
  const append = (language: string, text?: string) =>
    onChange([
      setIfMissing([]),
      insert(
        [{_key: newKey(), _type: itemType.name, language, ...(text && {value: text})}],
        'after',
        [-1],
      ),
    ])
  const write = ({language, key}: TranslationRow, text: string) => {
    if (key === undefined) append(language, text)
    else onChange(text === '' ? unset([{_key: key}]) : set(text, [{_key: key}, 'value']))
  }
  if (valueType.jsonType !== 'string') {
    return (
      <Stack gap={3} data-testid="translations">
        {props.renderDefault({...props, arrayFunctions: NoFunctions})}
        <Flex gap={2} wrap="wrap">
          {rows
            .filter(({key, listed}) => key === undefined && listed)
            .map(({language}) => (
              <Button
                key={language}
                mode="ghost"
                fontSize={1}
                text={`Add ${languageName(language)}`}
                disabled={readOnly === true}
                onClick={() => append(language)}
              />
            ))}
        </Flex>
      </Stack>
    )
  }
  const Field = valueType.name === 'line' ? TextInput : TextArea
  const markers = members.flatMap(markersIn)
  const problemOf = ({key}: TranslationRow) =>
    markers.find(({path: at}) => JSON.stringify(at[path.length]) === JSON.stringify({_key: key}))
      ?.message
  return (
    <Stack gap={3} data-testid="translations">
      {rows.map((row) => (
        <Card key={row.language} tone={row.listed ? 'default' : 'caution'}>
          <LabeledControl
            label={languageName(row.language)}
            hint={row.listed ? undefined : noLongerListed}
            problem={row.key === undefined ? undefined : problemOf(row)}
          >
            {(attributes) => (
              <Flex gap={2}>
                <div style={{flex: 1}}>
                  <Field
                    {...attributes}
                    lang={row.language}
                    dir={textDirection(row.language)}
                    value={textOf(row.value) ?? ''}
                    readOnly={readOnly}
                    onChange={({currentTarget}) => write(row, currentTarget.value)}
                  />
                </div>
                {!row.listed && (
                  <Button
                    mode="bleed"
                    tone="critical"
                    text="Remove"
                    aria-label={`Remove ${languageName(row.language)}`}
                    disabled={readOnly === true}
                    onClick={() => write(row, '')}
                  />
                )}
              </Flex>
            )}
          </LabeledControl>
        </Card>
      ))}
    </Stack>
  )
}

const NoFunctions = () => null
