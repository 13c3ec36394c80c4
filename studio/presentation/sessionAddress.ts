import {fieldsOf, itemsOf, textOf} from '@touchpoints/schemas/reading'

import {pathOf} from './locations.ts'

/**
 * Returns the address of a session's page for visitors. Undefined without a site or a slug.
 *
 * @param tools - tools of the workspace. The preview tool knows the site
 * @param session - stored document
 */
export function sessionAddress(tools: unknown, session: unknown): string | undefined {
  const preview = itemsOf(tools).find(({item}) => item['name'] === 'presentation')
  const initial = textOf(
    fieldsOf(fieldsOf(fieldsOf(preview?.item)['options'])['previewUrl'])['initial'],
  )
  const {_type, slug} = fieldsOf(session)
  const current = textOf(fieldsOf(slug)['current'])
  if (_type !== 'touchpoint' || current === undefined || !initial || !URL.canParse(initial))
    return undefined
  return new URL(pathOf(undefined, current), initial).href
}
