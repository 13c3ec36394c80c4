import type {ViteUserConfig} from 'astro'

type Plugin = NonNullable<ViteUserConfig['plugins']>[number]

/**
 * Uses a web font only if it is there when the text is first painted: on a fast connection, and on each later page.
 *
 * The packages swap the font whenever it comes. Their fallback has the same widths on average, but a line that just
 * fits wraps in one font and not in the other, and then all that follows moves.
 */
export function optionalFonts(): Plugin {
  return {
    name: 'optional-fonts',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/@fontsource') && id.endsWith('.css')
        ? code.replaceAll(/font-display:\s*swap/g, 'font-display: optional')
        : undefined,
  }
}
