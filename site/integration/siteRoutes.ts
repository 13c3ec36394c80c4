/** Pages and endpoints of both outputs: the pattern of the address, and the module that serves it. */
export const siteRoutes = {
  '/': 'index.astro',
  '/[...path]': '[...path].astro',
  '/[language]/api/[name]': '[language]/api/[name].ts',
  '/[language]/api/[folder]/[slug]/[name]': '[language]/api/[folder]/[slug]/[name].ts',
  '/[language]/api/events/[id].ics': '[language]/api/events/[id].ics.ts',
  '/api/[name]': 'api/[name].ts',
  '/api/[folder]/[slug]/[name]': 'api/[folder]/[slug]/[name].ts',
  '/api/events/[id].ics': 'api/events/[id].ics.ts',
  '/api/legend.css': 'api/legend.css.ts',
  '/api/search/[language].json': 'api/search/[language].json.ts',
  '/api/theme.css': 'api/theme.css.ts',
  '/api/touchpoints/[slug].ics': 'api/touchpoints/[slug].ics.ts',
  '/icon.svg': 'icon.svg.ts',
  '/media/cards/[...path].png': 'media/cards/[...path].png.ts',
  '/robots.txt': 'robots.txt.ts',
  '/sitemap.xml': 'sitemap.xml.ts',
} as const

/** What needs a server: previews, live changes, queries and images of any size. */
export const serverRoutes = {
  '/[language]/api/search': '[language]/api/search.ts',
  '/api/draft-mode/[action]': 'api/draft-mode/[action].ts',
  '/api/editors/events': 'api/editors/events.ts',
  '/api/live': 'api/live.ts',
  '/api/search': 'api/search.ts',
  '/media/images/[project]/[dataset]/[name]': 'media/images/[project]/[dataset]/[name].ts',
} as const

/** What only a static site has as a file. */
export const staticRoutes = {
  '/404': '404.astro',
} as const
