/** Vite replaces both names. Outside of a build there are none. */
declare const __STATIC__: boolean
declare const __BASE__: string

/** Whether the build writes every page to a file, for a web server that runs nothing of ours. */
export const isStatic: boolean = typeof __STATIC__ === 'undefined' ? false : __STATIC__

/** The path below which the site is, with a slash at both ends: `/`, or `/meetings-site/` of a static site. */
export const base: string = typeof __BASE__ === 'undefined' ? '/' : __BASE__
