import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {datesIn} from '@touchpoints/words/dates'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useState} from 'react'
import {useClient} from 'sanity'

import {newDocuments} from '../acts/newDocuments.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {DocumentLink} from '../links/DocumentLink.tsx'
import {usePublishTogether} from '../publish/usePublishTogether.ts'
import {ProblemCard} from './ProblemCard.tsx'
import {pageIfMissing, publishedAlong} from './sessionPlan.ts'
import {storeDrafts} from './storeDrafts.ts'
import {useAct} from './useAct.ts'
import {upcomingFirst} from './upcomingFirst.ts'
import type {WelcomeFacts, WelcomeSession} from './welcomeFacts.ts'

const maxShown = 3

/** Sessions that are drafts, such as imported ones. One click publishes one, with all that it needs. */
export function DraftSessions({facts, onDone}: {facts: WelcomeFacts; onDone: () => void}) {
  const client = useClient({apiVersion})
  const publish = usePublishTogether()
  const {session} = useCommunity()
  const {busy, problem, run} = useAct()
  const [now] = useState(() => new Date().toISOString())
  const publishDraft = ({id}: WelcomeSession) =>
    run(async () => {
      const draft: unknown = await client.getDocument(`drafts.${id}`)
      const news = await newDocuments(client, draft)
      const page = pageIfMissing(facts)
      if (page.length > 0) await storeDrafts(client, page)
      await publish([id, ...news.map((each) => each.id), ...publishedAlong(facts)])
      onDone()
    })
  const count = facts.drafts.length
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {count === 1 ? `1 ${session.singular} is a draft` : `${count} ${session.plural} are drafts`}
      </Text>
      <Stack as="ul" gap={1} style={plainList}>
        {upcomingFirst(facts.drafts, now)
          .slice(0, maxShown)
          .map((draft) => (
            <Flex as="li" key={draft.id} gap={2} align="center">
              <Box flex={1} style={{minWidth: 0}}>
                <DocumentLink id={draft.id} type="touchpoint">
                  <Stack gap={2}>
                    <Text size={1} weight="medium" textOverflow="ellipsis">
                      {draft.title}
                    </Text>
                    <Text size={1} muted>
                      {draft.start === undefined
                        ? 'Without a date'
                        : datesIn('en').shortDayWithYear(draft.start, ownZone)}
                    </Text>
                  </Stack>
                </DocumentLink>
              </Box>
              <Button
                mode="ghost"
                tone="positive"
                fontSize={1}
                padding={2}
                text="Publish"
                aria-label={`Publish ${draft.title}`}
                aria-disabled={busy}
                onClick={() => void publishDraft(draft)}
              />
            </Flex>
          ))}
      </Stack>
      <ProblemCard message={problem} />
      <Text size={1} muted>
        Or plan a new one:
      </Text>
    </Stack>
  )
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const plainList = {listStyle: 'none', margin: 0, padding: 0} as const
