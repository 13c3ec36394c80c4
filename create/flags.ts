/** The flags of `npm create touchpoints` and `touchpoints init`, with their help. */
export const flags = {
  name: {type: 'string', value: 'NAME', help: 'full name of the community; default: the folder'},
  'short-name': {
    type: 'string',
    value: 'NAME',
    help: 'name for narrow places, at most 20 characters; default: the name or its initials',
  },
  zone: {
    type: 'string',
    value: 'ZONE',
    help: 'home time zone, such as Europe/Madrid. There is no default: the zone of a machine is often not that of its community',
  },
  accent: {type: 'string', value: 'COLOR', help: 'accent color; default: #0b57d0'},
  languages: {
    type: 'string',
    value: 'TAGS',
    help: 'language tags with commas between them, the default language first; default: en. Texts of the site exist in en, es, fr, de, ja, zh, ar; others get English ones, and content of their own',
  },
  calendar: {
    type: 'string',
    multiple: true,
    value: 'URL',
    help: 'https address of an iCalendar feed; repeat it for several',
  },
  framework: {
    type: 'string',
    value: 'NAME',
    help: 'framework of the site: astro, next, hugo or none; default: astro',
  },
  import: {
    type: 'string',
    value: 'SOURCE',
    help: 'folder, git repository or page with what the community has. The last message has the command that imports it',
  },
  packages: {
    type: 'string',
    value: 'FOLDER',
    help: 'install our packages from the tarballs in this folder instead of the registry. They are copied into packages/',
  },
  yes: {
    type: 'boolean',
    default: false,
    help: 'ask nothing: use the defaults for flags that are left out',
  },
} as const

/** Values of the flags, as typed. */
export interface FlagValues {
  name?: string | undefined
  'short-name'?: string | undefined
  zone?: string | undefined
  accent?: string | undefined
  languages?: string | undefined
  calendar?: readonly string[] | undefined
  framework?: string | undefined
  import?: string | undefined
  packages?: string | undefined
  yes?: boolean | undefined
}
