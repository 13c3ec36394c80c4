import * as z from 'zod/mini'

import {field} from './source.ts'

/** The title in the default language. Empty in a draft without one, where `title` has a placeholder. */
export const defaultTitle = field({path: 'title', computed: 'coalesce(title,"")'}, z.string())
