import {documentTypeNames, isSingleton} from '@touchpoints/schemas/registry'
import {definePlugin, type PluginOptions} from 'sanity'
import {structureTool} from 'sanity/structure'
import type {Extension} from 'touchpoints/extend'

import {actionsByType} from './actions/actionsByType.ts'
import {badgesByType} from './badges/badgesByType.ts'
import {calendarTool} from './calendar/calendarTool.ts'
import {CommunityLayout} from './community/CommunityLayout.tsx'
import {calmInspectors} from './form/calmInspectors.ts'
import {withPublishAttempt} from './form/withPublishAttempt.ts'
import {fieldByType} from './inputs/fieldByType.tsx'
import {inputByType} from './inputs/inputByType.tsx'
import {meetingsStructure} from './structure/meetingsStructure.ts'
import {overviewTool} from './overview/overviewTool.ts'
import {presentation} from './presentation/presentation.ts'
import {singleton} from './structure/singleton.ts'
import {seasonTool} from './season/seasonTool.ts'
import {meetingOfGroup} from './templates/meetingOfGroup.ts'
import {newCommunity} from './templates/newCommunity.ts'
import {sessionOfSeries} from './templates/sessionOfSeries.ts'
import {wording} from './wording.ts'

export interface TouchpointsOptions {
  /** Origin of the site, such as `https://example.org`. Without it, the Studio has no preview tool. */
  previewUrl?: string
  /**
   * URL of the merged calendar with drafts, for the calendar tool and the state of each feed.
   *
   * `touchpoints dev` serves it next to the Content Lake. Elsewhere, serve it with
   * `createEditorsHandler` from `touchpoints/http`. Without it, the Studio has no calendar tool.
   */
  eventsUrl?: string
}

const ownTemplates = [sessionOfSeries, meetingOfGroup, newCommunity]
const ownIds: ReadonlySet<string> = new Set(ownTemplates.map(({id}) => id))

export interface TouchpointsExtras {
  /**
   * What the project adds to the content: see `defineExtension` of touchpoints/extend. Its types must also be in
   * the schema: `schemaTypesWith(extension)` of @touchpoints/schemas.
   */
  extension?: Extension | undefined
}

/**
 * Sanity plugin for a community's meetings: structure, inputs, tools and actions.
 *
 * @example defineConfig({projectId, dataset, schema: {types: schemaTypes}, plugins: [touchpoints()]})
 * @example
 * // With fields and document types of a project
 * defineConfig({
 *   ...workspaceOf(connection),
 *   schema: {types: withIcons(schemaTypesWith(extension))},
 *   plugins: [touchpoints(connection, {extension})],
 * })
 */
export function touchpoints(
  options: TouchpointsOptions | void,
  {extension}: TouchpointsExtras = {},
): PluginOptions {
  return plugin({...options, extension})
}

const plugin = definePlugin<TouchpointsOptions & TouchpointsExtras>(
  ({eventsUrl, previewUrl, extension}) => ({
    name: 'touchpoints',
    plugins: [
      // The first tool is the Studio's first screen. The tools of this plugin itself come after those of its plugins.
      {name: 'touchpoints/overview', tools: [overviewTool({eventsUrl, previewUrl})]},
      structureTool({
        name: 'meetings',
        title: 'Meetings',
        structure: meetingsStructure({eventsUrl, extension}),
      }),
      ...documentTypeNames
        .filter(isSingleton)
        .map((name) => ({name: `touchpoints/${name}`, document: singleton(name)})),
      ...(previewUrl ? [presentation(previewUrl, extension)] : []),
    ],
    schema: {templates: (templates) => [...templates, ...ownTemplates]},
    document: {
      actions: withPublishAttempt(actionsByType),
      inspectors: calmInspectors,
      badges: badgesByType,
      // These templates require a series or a group, so only their lists and actions offer them.
      newDocumentOptions: (options) => options.filter(({templateId}) => !ownIds.has(templateId)),
    },
    tools: [...(eventsUrl ? [calendarTool(eventsUrl)] : []), seasonTool],
    studio: {components: {layout: CommunityLayout}},
    form: {components: {input: inputByType, field: fieldByType}},
    i18n: {bundles: [wording]},
  }),
)
