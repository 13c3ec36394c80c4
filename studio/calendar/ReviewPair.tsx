import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'

import type {Verdict} from './decisionDocument.ts'
import type {PairItem, ReviewedMeeting} from './reviewItems.ts'

interface ReviewPairProps {
  item: PairItem
  /** Undefined while it is not decided. */
  verdict: Verdict | undefined
  onDecide: (verdict: Verdict) => Promise<void>
  onUndo: () => Promise<void>
}

/** Shows two meetings side by side, with a button for each decision, or to undo the one that was made. */
export function ReviewPair({item, verdict, onDecide, onUndo}: ReviewPairProps) {
  const actions = useRef<HTMLDivElement>(null)
  const isBusy = useRef(false)
  const isActing = useRef(false)
  const run = async (action: () => Promise<void>) => {
    // Two clicks would store two decisions. A disabled button would lose the focus of the keyboard.
    if (isBusy.current) return
    isBusy.current = true
    isActing.current = true
    await action()
    isBusy.current = false
  }
  // The pressed button is replaced, so the keyboard continues at its replacement.
  useEffect(() => {
    if (isActing.current) actions.current?.querySelector('button')?.focus()
    isActing.current = false
  }, [verdict])
  const [first, second] = item.meetings
  return (
    <div role="group" aria-label={`${first.title} and ${second.title}`}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {verdict === undefined ? item.question : decidedTexts[verdict]}
        </Text>
        <Flex gap={3} wrap="wrap">
          <Meeting meeting={first} />
          <Meeting meeting={second} />
        </Flex>
        {item.more > 0 && (
          <Text size={1} muted>
            {item.more === 1
              ? 'The same on one more date.'
              : `The same on ${item.more} more dates.`}
          </Text>
        )}
        <Flex gap={2} wrap="wrap" ref={actions}>
          {verdict === undefined ? (
            <>
              <Button
                mode="ghost"
                fontSize={1}
                padding={3}
                text="Same meeting"
                onClick={() => void run(() => onDecide('same'))}
              />
              <Button
                mode="ghost"
                fontSize={1}
                padding={3}
                text="Different meetings"
                onClick={() => void run(() => onDecide('different'))}
              />
            </>
          ) : (
            <Button
              mode="ghost"
              fontSize={1}
              padding={3}
              text="Undo"
              onClick={() => void run(onUndo)}
            />
          )}
        </Flex>
      </Stack>
    </div>
  )
}

const decidedTexts = {
  same: 'Same meeting. It is shown once, on all dates.',
  different: 'Different meetings. Both are shown, on all dates.',
} as const satisfies Record<Verdict, string>

function Meeting({meeting: {title, when, source, room}}: {meeting: ReviewedMeeting}) {
  const details = [
    ['Time', when],
    ['Calendar', source],
    ['Room', room],
  ]
  return (
    <Card tone="transparent" padding={3} radius={2} style={{flex: '1 1 240px', minWidth: 0}}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        {details.map(([name, value]) => (
          <Text key={name} size={1} style={{overflowWrap: 'anywhere'}}>
            {name}: {value}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
