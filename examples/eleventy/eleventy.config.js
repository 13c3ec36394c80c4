/**
 * Eleventy has no declarations, so this names the one method that is used.
 *
 * @param {{addPassthroughCopy(paths: Record<string, string>): void}} config
 */
export default function configure(config) {
  config.addPassthroughCopy({
    'node_modules/@touchpoints/elements/bundle.js': 'touchpoints/element.js',
  })
}
