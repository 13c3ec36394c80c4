import {Button, Card, Flex, Text} from '@sanity/ui'
import {useContext, useEffect, useRef} from 'react'
import type {ObjectInputProps} from 'sanity'
import {ValidationContext} from 'sanity/_singletons'

import {useCommunity} from '../community/CommunityContext.ts'
import {fieldTitle} from '../community/fieldTitle.ts'
import {type NeededField, neededFields} from './neededFields.ts'
import {undatedMarkers} from './undatedSession.ts'

interface NeededFieldsProps extends ObjectInputProps {
  isAttempted: boolean
  /** Whether it is the new session of a series without an open date. */
  isBegunUndated: boolean
}

/** Lists what keeps a document from being published, with a button to each field. */
export function NeededFields(props: NeededFieldsProps) {
  const {value, schemaType, isAttempted, isBegunUndated, onFieldGroupSelect, onPathFocus} = props
  const community = useCommunity()
  const markers = useContext(ValidationContext)
  const needed = neededFields(
    isBegunUndated ? [...markers, ...undatedMarkers(value)] : markers,
    schemaType.fields.map(({name, type, group}) => ({name, title: type.title, group})),
    value,
    (path) => fieldTitle(schemaType.name, path, community),
  )
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAttempted) list.current?.scrollIntoView({block: 'nearest'})
  }, [isAttempted])
  if (needed.length === 0) return null
  const open = ({group, path}: NeededField) => {
    if (group !== undefined) onFieldGroupSelect(group)
    onPathFocus(path)
  }
  return (
    <Card
      ref={list}
      padding={3}
      radius={2}
      border
      marginBottom={4}
      tone="transparent"
      role="region"
      aria-label="To publish"
    >
      <Flex gap={2} align="center" wrap="wrap" aria-live="polite">
        <Text size={1} weight="medium">
          To publish:
        </Text>
        {needed.map((field) => (
          <Button
            key={field.name}
            type="button"
            mode="bleed"
            padding={2}
            fontSize={1}
            text={field.isWrong ? `${field.label} (correct it)` : field.label}
            onClick={() => open(field)}
          />
        ))}
      </Flex>
    </Card>
  )
}
