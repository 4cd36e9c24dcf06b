/** What Astro compiles of the layouts, by its place in the folder that it writes. */
export const layoutFiles = {
  /** The program that lays out pages. */
  entry: 'server/entry.mjs',
  /** The files that every site has: styles, scripts, icons. */
  assets: 'assets/',
} as const;
