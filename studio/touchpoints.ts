import {documentTypeNames, isSingleton} from '@touchpoints/schemas/registry'
import {definePlugin} from 'sanity'
import {structureTool} from 'sanity/structure'

import {actionsByType} from './actions/actionsByType.ts'
import {badgesByType} from './badges/badgesByType.ts'
import {calendarTool} from './calendar/calendarTool.ts'
import {inputByType} from './inputs/inputByType.tsx'
import {meetingsStructure} from './structure/meetingsStructure.ts'
import {presentation} from './presentation/presentation.ts'
import {singleton} from './structure/singleton.ts'
import {sessionOfSeries} from './templates/sessionOfSeries.ts'
import {wording} from './wording.ts'

export interface TouchpointsOptions {
  /** Where the site runs, such as `https://example.org`. */
  previewUrl?: string
  /**
   * Where the merged calendar with drafts is served, for the calendar tool and the calendars' health.
   * `touchpoints dev` serves it beside the lake, `createEditorsHandler` of `touchpoints/http` anywhere
   * else; without it the Studio has no calendar tool.
   */
  eventsUrl?: string
}

/**
 * The Studio of a community's meetings: its structure, inputs, tools and actions.
 *
 * @example defineConfig({projectId, dataset, schema: {types: schemaTypes}, plugins: [touchpoints()]})
 */
export const touchpoints = definePlugin<TouchpointsOptions | void>((options) => ({
  name: 'touchpoints',
  plugins: [
    structureTool({
      name: 'meetings',
      title: 'Meetings',
      structure: meetingsStructure({eventsUrl: options?.eventsUrl}),
    }),
    ...documentTypeNames
      .filter(isSingleton)
      .map((name) => ({name: `touchpoints/${name}`, document: singleton(name)})),
    ...(options?.previewUrl ? [presentation(options.previewUrl)] : []),
  ],
  schema: {templates: (templates) => [...templates, sessionOfSeries]},
  document: {
    actions: actionsByType,
    badges: badgesByType,
    // It asks for a series: it is offered where one is known, not among the types to create.
    newDocumentOptions: (options) =>
      options.filter(({templateId}) => templateId !== sessionOfSeries.id),
  },
  tools: options?.eventsUrl ? [calendarTool(options.eventsUrl)] : [],
  form: {components: {input: inputByType}},
  i18n: {bundles: [wording]},
}))
