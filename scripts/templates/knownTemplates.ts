import type {LineChange} from './addressLines.ts'
import {dataset, projectId, type Addresses, type Template} from './template.ts'

/** A lake without tokens accepts any. The templates refuse to start without one. */
const readToken = 'any-token'

const seededPosts = [
  post('post-harbor', 'Harbor lights in winter', 'harbor-lights', 'A walk along the water'),
  post('post-orchard', 'Orchard notes', 'orchard-notes', 'Apples of last autumn'),
]

/** The templates that a run knows, each at one age. */
export const knownTemplates: readonly Template[] = [
  {
    name: 'sanity-template-nextjs-clean',
    studioMajor: 5,
    packages: ['next', 'next-sanity', '@sanity/client', 'react'],
    siteFolder: 'frontend',
    siteProgram: 'next',
    changes: ({lake}) => [
      ...studioChanges('studio/sanity.config.ts', lake),
      ...clientChanges('frontend/sanity/lib/client.ts', lake),
      {
        file: 'frontend/app/components/SanityImage.tsx',
        line: '<SanityImage baseUrl={`https://cdn.sanity.io/images/${projectId}/${dataset}/`} {...props} />',
        becomes: [
          `<SanityImage baseUrl={\`${lake}/images/\${projectId}/\${dataset}/\`} {...props} />`,
        ],
      },
      {
        file: 'frontend/sanity/lib/utils.ts',
        line: "dataset: dataset || '',",
        becomes: ["dataset: dataset || '',", `baseUrl: '${lake}',`],
      },
    ],
    environment: ({studio, site}) => ({
      'studio/.env': studioEnvironment(site),
      'frontend/.env': {
        NEXT_PUBLIC_SANITY_PROJECT_ID: projectId,
        NEXT_PUBLIC_SANITY_DATASET: dataset,
        NEXT_PUBLIC_SANITY_STUDIO_URL: studio,
        SANITY_API_READ_TOKEN: readToken,
      },
    }),
    seed: {archive: 'studio/sample-data.tar.gz'},
    seeded: {
      title: 'Why Next.js Developers Love Sanity',
      slug: 'pitching-sanity-to-your-team',
      word: 'pitching',
      otherTitle: 'Why Sanity Wins Over Traditional CMSes',
      text: 'Need help convincing your developer te',
      field: 'content',
    },
    imageField: 'coverImage',
    imageNeedsAlt: true,
    postPath: (slug) => `/posts/${slug}`,
    liveForVisitors: true,
  },
  {
    ...sveltekit('sveltekit-app/src/lib/sanity/client.ts'),
    studioMajor: 5,
    packages: ['@sveltejs/kit', 'svelte', '@sanity/sveltekit', '@sanity/client', 'react'],
  },
  {
    ...sveltekit('sveltekit-app/src/lib/sanity/client.ts'),
    studioMajor: 3,
    packages: ['@sveltejs/kit', 'svelte', '@sanity/svelte-loader', '@sanity/client', 'react'],
  },
]

function sveltekit(clientFile: string): Omit<Template, 'studioMajor' | 'packages'> {
  return {
    name: 'sanity-template-sveltekit-clean',
    siteFolder: 'sveltekit-app',
    siteProgram: 'vite',
    changes: ({lake}) => [
      ...studioChanges('studio/sanity.config.ts', lake),
      ...clientChanges(clientFile, lake),
    ],
    environment: ({studio, site}: Addresses) => ({
      'studio/.env': studioEnvironment(site),
      'sveltekit-app/.env': {
        PUBLIC_SANITY_PROJECT_ID: projectId,
        PUBLIC_SANITY_DATASET: dataset,
        PUBLIC_SANITY_API_VERSION: '',
        PUBLIC_SANITY_STUDIO_URL: studio,
        SANITY_API_READ_TOKEN: readToken,
      },
    }),
    seed: {documents: seededPosts},
    seeded: {
      title: 'Harbor lights in winter',
      slug: 'harbor-lights',
      word: 'Harbor',
      otherTitle: 'Orchard notes',
      text: 'A walk along the water',
      field: 'excerpt',
    },
    imageField: 'mainImage',
    imageNeedsAlt: false,
    postPath: (slug) => `/post/${slug}`,
    liveForVisitors: false,
  }
}

function studioChanges(file: string, lake: string): LineChange[] {
  return [{file, line: 'projectId,', becomes: ['projectId,', `apiHost: '${lake}',`]}]
}

function clientChanges(file: string, lake: string): LineChange[] {
  return [
    {
      file,
      line: 'projectId,',
      becomes: ['projectId,', `apiHost: '${lake}',`, 'useProjectHostname: false,'],
    },
  ]
}

function studioEnvironment(site: string): Record<string, string> {
  return {
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
    SANITY_STUDIO_PREVIEW_URL: site,
  }
}

function post(id: string, title: string, slug: string, excerpt: string) {
  return {
    _id: id,
    _type: 'post',
    title,
    slug: {_type: 'slug', current: slug},
    excerpt,
    body: [
      {
        _key: 'block',
        _type: 'block',
        style: 'normal',
        markDefs: [],
        children: [{_key: 'span', _type: 'span', marks: [], text: `The text of ${title}.`}],
      },
    ],
  }
}
