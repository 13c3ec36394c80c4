import {LaunchIcon} from '@sanity/icons/Launch'
import {Button, Flex, Stack, Text} from '@sanity/ui'
import {linkTo} from '@touchpoints/calendar/links'

import {useCommunity} from '../community/CommunityContext.ts'
import {IntentButton} from '../links/DocumentLink.tsx'
import {webcal} from '../links/webcal.ts'
import {CopyField} from './CopyField.tsx'
import {pageAddresses, type PageAddresses} from './pageAddresses.ts'
import type {WelcomeFacts} from './welcomeFacts.ts'

interface SeeStepProps {
  facts: WelcomeFacts
  /** Address of the site. Undefined for a Studio that does not know it. */
  previewUrl: string | undefined
  /** Whether the site shows the meetings. A site that was there before has no page for them. */
  servesMeetings: boolean
  onClose: () => void
}

/** Where visitors find the session, and what comes next. */
export function SeeStep(props: SeeStepProps) {
  const {facts, previewUrl, servesMeetings, onClose} = props
  const {page, published} = facts

  const {session} = useCommunity()
  if (!published) return null
  const {title, slug, id} = published
  const addresses = pageAddresses({previewUrl, path: page?.path, slug})
  return (
    <Stack gap={4}>
      <Text size={1}>“{title}” is published.</Text>
      {addresses === undefined ? (
        <Text size={1} muted>
          This Studio does not know the address of your site. To see links here, set
          SANITY_STUDIO_PREVIEW_URL to it and start the Studio again.
        </Text>
      ) : servesMeetings ? (
        <Links {...addresses} />
      ) : (
        <OwnSite site={addresses.site} />
      )}
      <Flex gap={2} wrap="wrap">
        <IntentButton
          text="Add guests or an agenda"
          intent="edit"
          params={{id, type: 'touchpoint'}}
        />
        <Button mode="ghost" fontSize={1} padding={3} text="Open the overview" onClick={onClose} />
      </Flex>
      <Text size={1} muted>
        The overview lists what comes next: the week, dates that need a {session.singular}, and what
        is not published.
      </Text>
    </Stack>
  )
}

/** A site of the community's own, or one that does not run. */
function OwnSite({site}: Pick<PageAddresses, 'site'>) {
  return (
    <Stack gap={4}>
      <Text size={1} muted>
        The site at {site} serves no calendar feed, so it may have no page for the meetings yet. If
        it is your own site, see how to add the meetings to it.
      </Text>
      <Flex gap={2} wrap="wrap">
        <Button
          as="a"
          href="https://github.com/touchpoints-dev/touchpoints/blob/main/docs/sites.md"
          {...outside}
          text="Add meetings to your site"
        />
        <Button as="a" href={linkTo(site)} {...outside} mode="ghost" text="Open the site" />
      </Flex>
    </Stack>
  )
}

function Links({page, session, feed}: PageAddresses) {
  return (
    <Stack gap={4}>
      <Flex gap={2} wrap="wrap">
        <Button as="a" href={linkTo(session)} {...outside} text="Open its page" />
        <Button
          as="a"
          href={linkTo(page)}
          {...outside}
          mode="ghost"
          text="Open the meetings page"
        />
        <Button
          as="a"
          href={webcal(feed)}
          {...outside}
          mode="ghost"
          text="Subscribe in a calendar"
        />
      </Flex>
      <CopyField label="Calendar feed, for other programs" value={feed} />
    </Stack>
  )
}

const outside = {
  target: '_blank',
  rel: 'noreferrer',
  icon: LaunchIcon,
  fontSize: 1,
  padding: 3,
} as const
