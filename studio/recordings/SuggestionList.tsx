import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

export interface SuggestionRow {
  id: string
  title: string
  /** The date and the reasons for the suggestion. */
  detail: string
}

interface SuggestionListProps {
  label: string
  rows: readonly SuggestionRow[]
  /** Text of the button, such as "Select". */
  verb: string
  onChoose: (id: string) => void
}

/** Shows suggestions with their reasons and a button to select one. */
export function SuggestionList({label, rows, verb, onChoose}: SuggestionListProps) {
  if (rows.length === 0) return null
  return (
    <Stack gap={3} data-testid="suggestions">
      <Text size={1} weight="medium">
        {label}
      </Text>
      <Stack as="ul" gap={2} aria-label={label} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {rows.map(({id, title, detail}) => (
          <Card as="li" key={id} padding={3} radius={2} border tone="transparent">
            <Flex gap={3} align="center" justify="space-between" wrap="wrap">
              <Stack gap={2} flex={1} style={{minWidth: 180}}>
                <Text size={1} weight="medium">
                  {title}
                </Text>
                <Text size={1} muted>
                  {detail}
                </Text>
              </Stack>
              <Button
                type="button"
                mode="ghost"
                text={verb}
                aria-label={`${verb}: ${title}`}
                onClick={() => onChoose(id)}
              />
            </Flex>
          </Card>
        ))}
      </Stack>
    </Stack>
  )
}
