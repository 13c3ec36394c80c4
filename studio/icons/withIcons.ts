import {CalendarIcon} from '@sanity/icons/Calendar'
import {CaseIcon} from '@sanity/icons/Case'
import {CommentIcon} from '@sanity/icons/Comment'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {HomeIcon} from '@sanity/icons/Home'

import {PlayIcon} from '@sanity/icons/Play'
import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import {SyncIcon} from '@sanity/icons/Sync'
import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import {isDocumentTypeName, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {ComponentType} from 'react'
import type {SchemaTypeDefinition} from 'sanity'

const iconOfType = {
  community: EarthGlobeIcon,
  touchpoint: CommentIcon,
  series: SyncIcon,
  guest: UserIcon,
  organization: CaseIcon,
  workingGroup: UsersIcon,
  recording: PlayIcon,
  calendar: CalendarIcon,
  calendarDecision: SplitVerticalIcon,
  meetingsPage: HomeIcon,
} as const satisfies Record<DocumentTypeName, ComponentType>

/**
 * Adds an icon to each document type.
 *
 * Icons are React components, but the schema is also used without React. A plugin can't add them either,
 * because Sanity resolves it before the types of the workspace. So call this in `sanity.config.ts`.
 *
 * @example defineConfig({projectId, dataset, schema: {types: withIcons(schemaTypes)}, plugins: [touchpoints()]})
 */
export function withIcons(types: readonly SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  return types.map((type) =>
    isDocumentTypeName(type.name) ? {...type, icon: iconOfType[type.name]} : type,
  )
}
