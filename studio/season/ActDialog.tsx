import {Box, Button, Dialog, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useRef, useState} from 'react'
import {useClient} from 'sanity'

import {useCommunity} from '../community/CommunityContext.ts'
import {newKey} from '../documents/newKey.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {messageOf} from '../messageOf.ts'
import {applySteps, type StepsResult} from './applySteps.ts'
import {itemName} from './itemWords.ts'
import {MoveFields, startOfMove, type Move} from './MoveFields.tsx'
import {type Act, planActs, type StoredState} from './planActs.ts'
import {readStored} from './readStored.ts'
import type {SeasonItem} from './seasonGrid.ts'
import type {Target} from './step.ts'
import {stepStore} from './stepStore.ts'
import {actWords, datesOf, planSummary, unchangedWords} from './stepWords.ts'

interface ActDialogProps {
  kind: Act['kind']
  items: readonly SeasonItem[]
  target: Target
  /** UTC instant. */
  now: string
  onClose: () => void
  onDone: (result: StepsResult) => void
}

/** Says what an act on the selected dates will do, asks for what it needs, and does it. */
export function ActDialog({kind, items, target, now, onClose, onDone}: ActDialogProps) {
  const client = useClient({apiVersion})
  const {session} = useCommunity()
  const [stored, setStored] = useState<StoredState>()
  const [problem, setProblem] = useState<string>()
  const [reason, setReason] = useState('')
  const [move, setMove] = useState<Move>(() => startOfMove(items))
  const [submitted, setSubmitted] = useState(false)
  const [written, setWritten] = useState<number>()

  useEffect(() => {
    let mounted = true
    readStored(client, items, target)
      .then((state) => mounted && setStored(state))
      .catch(
        (error: unknown) =>
          mounted &&
          setProblem(
            `Could not read the selected dates (${messageOf(error)}). Close this dialog and try again.`,
          ),
      )
    return () => {
      mounted = false
    }
  }, [client, items, target])

  // When there is nothing to type, Enter confirms the summary as soon as it can be read.
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (stored && (kind === 'fill' || kind === 'hold')) button.current?.focus()
  }, [stored, kind])

  const act = actOf(kind, {reason, days: move.days})
  const plan = stored && planActs(act, items, stored, {target, now, newKey})
  const needsReason = kind === 'cancel' && reason.trim() === ''
  const count = plan ? plan.counts.created + plan.counts.changed + plan.counts.dates : 0
  const submit = async () => {
    setSubmitted(true)
    if (!plan || needsReason || count === 0 || written !== undefined) return
    setWritten(0)
    onDone(await applySteps(plan.steps, stepStore(client), setWritten))
  }
  const words = actWords[kind]
  return (
    <Dialog
      id="season-act"
      header={`${words.label} ${items.length} selected ${items.length === 1 ? 'date' : 'dates'}`}
      onClose={onClose}
      width={1}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap={4} padding={4}>
          <Text size={1} muted>
            {words.hint(session)}
          </Text>
          {kind === 'move' && <MoveFields move={move} onChange={setMove} />}
          {kind === 'cancel' && (
            <LabeledControl
              label="Reason for all of them"
              problem={
                submitted && needsReason
                  ? 'Enter a reason, such as “Summer break”. Visitors see it.'
                  : undefined
              }
            >
              {(attributes) => (
                <TextInput
                  {...attributes}
                  autoFocus
                  maxLength={200}
                  value={reason}
                  onChange={({currentTarget}) => setReason(currentTarget.value)}
                />
              )}
            </LabeledControl>
          )}
          <Stack gap={3} role="status">
            <Text size={1} weight="medium">
              {problem ?? (plan ? planSummary(kind, plan, target, session) : 'Reading…')}
            </Text>
            {plan &&
              unchangedWords(plan).map((text) => (
                <Text key={text} size={1} muted>
                  {text}
                </Text>
              ))}
          </Stack>
          <SelectedDates items={items} />
          <Flex gap={2} justify="flex-end">
            <Button type="button" mode="bleed" text="Close" onClick={onClose} />
            <Button
              type="submit"
              tone={kind === 'cancel' ? 'critical' : 'default'}
              ref={button}
              disabled={(plan && count === 0) || written !== undefined}
              text={
                written === undefined
                  ? plan
                    ? `${words.label} ${datesOf(count)}`
                    : words.label
                  : `${written} of ${plan?.steps.length ?? 0}…`
              }
            />
          </Flex>
        </Stack>
      </form>
    </Dialog>
  )
}

function actOf(kind: Act['kind'], {reason, days}: {reason: string; days: number}): Act {
  if (kind === 'move') return {kind, days}
  return kind === 'cancel' ? {kind, reason} : {kind}
}

function SelectedDates({items}: {items: readonly SeasonItem[]}) {
  return (
    <Box
      style={{maxHeight: 160, overflow: 'auto'}}
      tabIndex={0}
      role="region"
      aria-label="Selected dates"
    >
      <Stack as="ul" gap={2} paddingY={1} style={{margin: 0, padding: 0, listStyle: 'none'}}>
        {items.map((item) => (
          <Text as="li" key={item.key} size={1} muted>
            {itemName(item)}
          </Text>
        ))}
      </Stack>
    </Box>
  )
}
