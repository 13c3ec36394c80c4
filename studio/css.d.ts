// The bundler handles imports of stylesheets.
declare module '*.css' {}
