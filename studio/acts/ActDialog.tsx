import {Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {type FormEvent, type ReactNode, useId} from 'react'

interface ActDialogProps {
  title: string
  /** What the act means, one sentence a paragraph. */
  sentences: readonly string[]
  /** Why it failed, in one or more lines. */
  problem?: string | undefined
  busy: boolean
  primary: {text: string; tone: 'default' | 'primary' | 'critical'; onClick: () => void}
  /** Absent in a release, which has nothing to publish yet. */
  secondary?: {text: string; onClick: () => void} | undefined
  onClose: () => void
  children?: ReactNode
}

/** The dialog of an act: its fields, what visitors see then, and the buttons. Enter is the primary button. */
export function ActDialog(props: ActDialogProps) {
  const {title, sentences, problem, busy, primary, secondary, onClose, children} = props
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    primary.onClick()
  }
  return (
    // Otherwise, the dialog takes the focus from its first field and gives it to its close button.
    <Dialog id={id} header={title} width={1} onClose={onClose} animate __unstable_autoFocus={false}>
      <form onSubmit={submit}>
        <Stack gap={4} padding={4}>
          {children}
          {sentences.map((sentence) => (
            <Text size={1} muted key={sentence}>
              {sentence}
            </Text>
          ))}
          {problem && (
            <Card tone="critical" padding={3} radius={2} border role="alert">
              <Text size={1} style={{whiteSpace: 'pre-line'}}>
                {problem}
              </Text>
            </Card>
          )}
          <Flex gap={2} wrap="wrap" justify="flex-end">
            {secondary && (
              <Button
                type="button"
                mode="ghost"
                text={secondary.text}
                disabled={busy}
                onClick={secondary.onClick}
              />
            )}
            <Button
              type="submit"
              tone={primary.tone}
              text={primary.text}
              loading={busy}
              disabled={busy}
            />
          </Flex>
        </Stack>
      </form>
    </Dialog>
  )
}
