/** Style sheets of the project, from the option `styles` of the integration. */
declare module 'virtual:touchpoints/styles'
