import {visionTool} from '@sanity/vision'
import {schemaTypes} from '@touchpoints/schemas'
import {readConnection, touchpoints, withIcons, workspaceOf} from '@touchpoints/studio'
import {defineConfig} from 'sanity'

const connection = readConnection({
  SANITY_STUDIO_PROJECT_ID: process.env.SANITY_STUDIO_PROJECT_ID,
  SANITY_STUDIO_DATASET: process.env.SANITY_STUDIO_DATASET,
  SANITY_STUDIO_PREVIEW_URL: process.env.SANITY_STUDIO_PREVIEW_URL,
  SANITY_STUDIO_API_HOST: process.env.SANITY_STUDIO_API_HOST,
  SANITY_STUDIO_EVENTS_URL: process.env.SANITY_STUDIO_EVENTS_URL,
})

export default defineConfig({
  ...workspaceOf(connection),
  // The Studio's lists show the name of the community, which is not known before it connects.
  title: process.env.SANITY_STUDIO_TITLE ?? 'Community meetings',
  schema: {types: withIcons(schemaTypes)},
  plugins: [touchpoints(connection), visionTool()],
})
