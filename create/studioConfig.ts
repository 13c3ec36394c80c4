import type {Answers} from './answers.ts'

/** Returns sanity.config.ts, with the name of the community as the title of the Studio. */
export function studioConfig({name}: Pick<Answers, 'name'>): string {
  return `import {visionTool} from '@sanity/vision'
import {schemaTypes} from '@touchpoints/schemas'
import {readConnection, touchpoints, withIcons, workspaceOf} from '@touchpoints/studio'
import {createElement} from 'react'
import {defineConfig} from 'sanity'

// \`npm start\` sets these variables. For the hosted service, set them in .env.
const connection = readConnection({
  SANITY_STUDIO_PROJECT_ID: process.env.SANITY_STUDIO_PROJECT_ID,
  SANITY_STUDIO_DATASET: process.env.SANITY_STUDIO_DATASET,
  SANITY_STUDIO_PREVIEW_URL: process.env.SANITY_STUDIO_PREVIEW_URL,
  SANITY_STUDIO_API_HOST: process.env.SANITY_STUDIO_API_HOST,
  SANITY_STUDIO_EVENTS_URL: process.env.SANITY_STUDIO_EVENTS_URL,
})

const basePath = process.env.SANITY_STUDIO_BASEPATH ?? ''

export default defineConfig({
  ...workspaceOf(connection),
  title: ${quoted(name)},
  // static/favicon.svg, which is also the icon of the browser's tab.
  icon: () => createElement('img', {src: \`\${basePath}/static/favicon.svg\`, alt: ''}),
  schema: {types: withIcons(schemaTypes)},
  plugins: [touchpoints(connection), visionTool()],
})
`
}

/** Returns a text as a literal of TypeScript. Names have one line. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
