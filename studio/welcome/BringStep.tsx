import {Card, Stack, Text} from '@sanity/ui'
import {useWorkspace} from 'sanity'

import {PlaceLink} from '../links/DocumentLink.tsx'
import {CopyField} from './CopyField.tsx'

/** How to bring old pages, notes or a repository. They become drafts. */
export function BringStep() {
  const {basePath} = useWorkspace()
  return (
    <Stack gap={4}>
      <Text size={1}>
        Run this command in the folder of your project, with a folder, a Git repository or the
        address of a page. It shows what it found before it stores anything. What you accept becomes
        drafts, which are listed in the next steps.
      </Text>
      <CopyField label="Command" value="npx touchpoints import https://example.org/meetings" />
      <Card border radius={2}>
        <PlaceLink place={`${basePath.replace(/\/$/, '')}/meetings/agenda-import`}>
          <Text size={1}>Or paste one agenda in Markdown: open Import agenda</Text>
        </PlaceLink>
      </Card>
    </Stack>
  )
}
