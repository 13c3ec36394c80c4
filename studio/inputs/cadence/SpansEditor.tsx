import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {itemsOf, textOf} from '@touchpoints/schemas/reading'
import type {Path} from 'sanity'

import type {SlotChange} from '../../cadence/slot.ts'
import {LabeledControl} from '../LabeledControl.tsx'

type Segment = Path[number]

interface SpansEditorProps {
  /** The stored breaks. */
  value: unknown
  readOnly?: boolean | undefined
  problemOf: (at: Segment, field: string) => string | undefined
  onAdd: () => void
  onRemove: (at: Segment) => void
  onChange: (at: Segment, change: SlotChange) => void
}

/** Edits the breaks of a cadence: first day, last day, reason. */
export function SpansEditor({
  value,
  readOnly,
  problemOf,
  onAdd,
  onRemove,
  onChange,
}: SpansEditorProps) {
  return (
    <Stack gap={3} role="group" aria-label="Breaks">
      <Text size={1} weight="medium">
        Breaks
      </Text>
      {itemsOf(value).map(({item, at}, index) => {
        const input = (field: 'from' | 'to' | 'reason', label: string) => (
          <LabeledControl label={label} problem={problemOf(at, field)}>
            {(attributes) => (
              <TextInput
                {...attributes}
                type={field === 'reason' ? 'text' : 'date'}
                value={textOf(item[field]) ?? ''}
                readOnly={readOnly}
                onChange={({currentTarget}) =>
                  onChange(at, {[field]: currentTarget.value || undefined})
                }
              />
            )}
          </LabeledControl>
        )
        return (
          <Flex
            key={typeof at === 'object' ? at._key : at}
            gap={3}
            wrap="wrap"
            align="flex-end"
            role="group"
            aria-label={`Break ${index + 1}`}
          >
            {input('from', 'First day')}
            {input('to', 'Last day')}
            {input('reason', 'Reason')}
            <Button
              mode="bleed"
              tone="critical"
              text="Remove"
              aria-label={`Remove break ${index + 1}`}
              disabled={readOnly === true}
              onClick={() => onRemove(at)}
            />
          </Flex>
        )
      })}
      <Flex>
        <Button
          mode="ghost"
          fontSize={1}
          text="Add a break"
          disabled={readOnly === true}
          onClick={onAdd}
        />
      </Flex>
    </Stack>
  )
}
