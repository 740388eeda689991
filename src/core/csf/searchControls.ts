import Fuse from 'fuse.js';
import type { Catalog, Control } from './catalog';

/** Finds controls by what a person remembers of an id or title; the best match first, all in order for an empty query. */
export type SearchControls = (query: string) => readonly Control[];

/** Loaded on demand, for it brings fuse.js with it. */
export function createSearch(catalog: Catalog): SearchControls {
  const controls = [...catalog.controls.values()];
  const fuse = new Fuse(controls, {
    keys: [
      { name: 'id', weight: 2 },
      { name: 'title', weight: 1 },
    ],
    threshold: 0.35,
    ignoreLocation: true,
  });
  return (query) => (query.trim() === '' ? controls : fuse.search(query.trim()).map(({ item }) => item));
}
