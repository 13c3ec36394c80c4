/** A framework of a site, as far as a command must know it to serve and to build it. */
export interface Framework {
  /** For messages, such as "Astro". */
  title: string
  /** Names of its configuration files, without their extension. */
  configs: readonly string[]
  /** What runs it: a command of a package that the site installs, or a program of the machine. */
  program: PackageProgram | MachineProgram
  /** The folder that it runs in. Astro gets the site as an argument, the others read the current folder. */
  runsIn: 'project' | 'site'
  /** Arguments that serve the sources. `root` is the site's folder, seen from where it runs. */
  develop: (at: {root: string; port: number}) => string[]
  /** Absent when it builds pages only. */
  serveBuild?: {
    build: (at: {root: string}) => string[]
    /** Arguments, or a file of the site that Node runs. */
    serve: {file: string} | {args: (at: {root: string; port: number}) => string[]}
  }
  buildStatic: StaticBuild
}

export interface PackageProgram {
  kind: 'package'
  package: string
  command: string
}

export interface MachineProgram {
  kind: 'machine'
  command: string
  /** Address of the page that says how to install it. */
  install: string
}

interface StaticBuild {
  /** Arguments of the build. `output` is an absolute folder. */
  args: (at: {root: string; output: string; siteUrl: string | undefined}) => string[]
  /** Folders below the site that it may write to. The first one with a page is copied. Empty: it writes to `output`. */
  writes: readonly string[]
  /** What to do when it has written no page. */
  hint?: string
}

export type FrameworkName = 'astro' | 'next' | 'nuxt' | 'sveltekit' | 'eleventy' | 'hugo'

const loopback = '127.0.0.1'

/** In the order in which a folder is searched. */
export const frameworks = {
  astro: {
    title: 'Astro',
    configs: ['astro.config'],
    program: {kind: 'package', package: 'astro', command: 'astro'},
    runsIn: 'project',
    // Without the lock, two sites can run side by side on different ports, as two Studios can.
    develop: ({root, port}) =>
      `dev --root ${root} --host ${loopback} --port ${port} --ignore-lock`.split(' '),
    serveBuild: {
      build: ({root}) => ['build', '--root', root],
      serve: {file: 'dist/server/entry.mjs'},
    },
    buildStatic: {
      args: ({root, output}) => ['build', '--root', root, '--outDir', output],
      writes: [],
    },
  },
  next: {
    title: 'Next',
    configs: ['next.config'],
    program: {kind: 'package', package: 'next', command: 'next'},
    runsIn: 'site',
    develop: ({port}) => ['dev', '-p', String(port), '-H', loopback],
    serveBuild: {
      build: () => ['build'],
      serve: {args: ({port}) => ['start', '-p', String(port), '-H', loopback]},
    },
    buildStatic: {
      args: () => ['build'],
      writes: ['out'],
      hint: "Set output: 'export' in next.config, or build the server with --server.",
    },
  },
  nuxt: {
    title: 'Nuxt',
    configs: ['nuxt.config'],
    program: {kind: 'package', package: 'nuxt', command: 'nuxt'},
    runsIn: 'site',
    develop: ({port}) => ['dev', '--port', String(port), '--host', loopback],
    serveBuild: {build: () => ['build'], serve: {file: '.output/server/index.mjs'}},
    buildStatic: {args: () => ['generate'], writes: ['.output/public']},
  },
  sveltekit: {
    title: 'SvelteKit',
    configs: ['svelte.config'],
    program: {kind: 'package', package: 'vite', command: 'vite'},
    runsIn: 'site',
    develop: ({port}) => ['dev', '--port', String(port), '--host', loopback, '--strictPort'],
    serveBuild: {build: () => ['build'], serve: {file: 'build/index.js'}},
    buildStatic: {
      args: () => ['build'],
      writes: ['build'],
      hint: 'Use @sveltejs/adapter-static in svelte.config, or build the server with --server.',
    },
  },
  eleventy: {
    title: 'Eleventy',
    configs: ['eleventy.config', '.eleventy'],
    program: {kind: 'package', package: '@11ty/eleventy', command: 'eleventy'},
    runsIn: 'site',
    develop: ({port}) => ['--serve', `--port=${port}`],
    buildStatic: {args: ({output}) => [`--output=${output}`], writes: []},
  },
  hugo: {
    title: 'Hugo',
    configs: ['hugo', 'config/_default/hugo'],
    program: {
      kind: 'machine',
      command: 'hugo',
      install: 'https://gohugo.io/installation/',
    },
    runsIn: 'site',
    develop: ({port}) => ['server', '--bind', loopback, '--port', String(port)],
    buildStatic: {
      args: ({output, siteUrl}) => [
        '--destination',
        output,
        ...(siteUrl ? ['--baseURL', siteUrl] : []),
      ],
      writes: [],
    },
  },
} as const satisfies Record<FrameworkName, Framework>
