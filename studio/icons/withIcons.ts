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
import type {DocumentTypeName} from '@touchpoints/schemas/registry'
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
 * Adds an icon to each document type of the package. A type of an extension keeps the icon that it has.
 *
 * Icons are React components, but the schema is also used without React. A plugin can't add them either,
 * because Sanity resolves it before the types of the workspace. So call this in `sanity.config.ts`.
 *
 * @param icons - icons by the name of the type, for types of an extension, and instead of those of the package
 * @example defineConfig({projectId, dataset, schema: {types: withIcons(schemaTypes)}, plugins: [touchpoints()]})
 * @example withIcons(schemaTypesWith(extension), {venue: PinIcon})
 */
export function withIcons(
  types: readonly SchemaTypeDefinition[],
  icons: Readonly<Record<string, ComponentType>> = {},
): SchemaTypeDefinition[] {
  const all = new Map<string, ComponentType>(Object.entries({...iconOfType, ...icons}))
  return types.map((type) => {
    const icon = all.get(type.name)
    return icon ? {...type, icon} : type
  })
}
