import {Card, Stack, Text} from '@sanity/ui'
import type {ObjectMember} from 'sanity'

/** The validation messages of an object's fields, for an input that renders the fields itself. */
export function MemberProblems({members}: {members: readonly ObjectMember[]}) {
  const problems = members.flatMap((member) =>
    member.kind === 'field'
      ? member.field.validation.map(({level, message}) => ({
          level,
          message,
          field: member.field.schemaType.title ?? member.name,
        }))
      : [],
  )
  if (problems.length === 0) return null
  return (
    <Stack gap={2} as="ul" style={{listStyle: 'none', padding: 0, margin: 0}} aria-live="polite">
      {problems.map(({level, message, field}) => (
        <Card
          key={`${field} ${message}`}
          as="li"
          padding={3}
          radius={2}
          border
          tone={level === 'error' ? 'critical' : 'caution'}
        >
          <Text size={1}>
            {field}: {message}
          </Text>
        </Card>
      ))}
    </Stack>
  )
}
