import {loaderOf} from '../utils/preview'

/** Keeps previews out of caches and search engines. */
export default defineEventHandler(async (event) => {
  const {isPreview} = await loaderOf(toWebRequest(event))
  if (isPreview)
    setHeaders(event, {'cache-control': 'private, no-store', 'x-robots-tag': 'noindex'})
})
