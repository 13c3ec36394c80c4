import {definePlugin} from 'sanity'
import {structureTool} from 'sanity/structure'

import {inputByType} from './inputs/inputByType.tsx'
import {meetingsStructure} from './structure/meetingsStructure.ts'
import {onlyOne} from './structure/onlyOne.ts'

export interface TouchpointsOptions {
  /** Where the site runs, such as `https://example.org`. */
  previewUrl?: string
}

/**
 * The Studio of a community's meetings: its structure, inputs, tools and actions.
 *
 * @example defineConfig({projectId, dataset, schema: {types: schemaTypes}, plugins: [touchpoints()]})
 */
export const touchpoints = definePlugin<TouchpointsOptions | void>(() => ({
  name: 'touchpoints',
  plugins: [structureTool({name: 'meetings', title: 'Meetings', structure: meetingsStructure})],
  document: onlyOne('meetingsPage'),
  form: {components: {input: inputByType}},
}))
