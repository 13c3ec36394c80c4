/** Parameters that identify who shared or clicked a link and never affect its content. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|trk|ref_src)$/i

/** Parameters that only track on these hosts. On other hosts, `si` or `usp` can have another meaning. */
const trackingOn: {host: RegExp; parameter: string}[] = [
  {host: /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/, parameter: 'si'},
  {host: /(?:^|\.)(?:youtube\.com|youtu\.be)$/, parameter: 'feature'},
  {host: /(?:^|\.)spotify\.com$/, parameter: 'si'},
  {host: /^(?:docs|drive|calendar)\.google\.com$/, parameter: 'usp'},
]

/**
 * Removes tracking parameters from a link and returns their names. The rest of the link is unchanged.
 *
 * @example
 * withoutTracking('https://docs.google.com/document/d/1/edit?usp=sharing')
 * // {link: 'https://docs.google.com/document/d/1/edit', removed: ['usp']}
 */
export function withoutTracking(link: string): {link: string; removed: string[]} {
  if (!URL.canParse(link)) return {link, removed: []}
  const {hostname} = new URL(link)
  const [, before = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(link) ?? []
  if (query === undefined) return {link, removed: []}
  const removed: string[] = []
  const remaining = query.split('&').filter((pair) => {
    const name = pair.split('=')[0] ?? ''
    const tracks =
      tracking.test(name) ||
      trackingOn.some(({host, parameter}) => parameter === name && host.test(hostname))
    if (tracks) removed.push(name)
    return !tracks
  })
  if (removed.length === 0) return {link, removed}
  return {link: before + (remaining.length > 0 ? `?${remaining.join('&')}` : '') + hash, removed}
}
