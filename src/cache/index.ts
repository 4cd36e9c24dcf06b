export { noCache, openCache } from './cache.ts';
export type { Cache, CacheOptions } from './cache.ts';
export { defaultCacheFolder, isWithin } from './cache-folder.ts';
export { makeFolders } from './make-folders.ts';
export type { Shelf } from './shelf.ts';
export { programDigest } from './program-digest.ts';
