import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'

import {sharedFolder} from '../conformance/caseFolders.ts'

/**
 * Reads the original pages of the sample content from `../shared` or TOUCHPOINTS_SHARED. Returns undefined
 * without them.
 */
export function referencePages():
  | {
      page2024: string
      page2025: string
      agenda2025: string
      changes2026: string
    }
  | undefined {
  const folder = sharedFolder(process.env, 'reference')
  if (!folder) return undefined
  const page = (name: string) => readFileSync(resolve(folder, name), 'utf8')
  return {
    page2024: page('meetings-page-2024.md'),
    page2025: page('meetings-page-2025.md'),
    agenda2025: page('agenda-2025.md'),
    changes2026: page('changes-2026.md'),
  }
}
