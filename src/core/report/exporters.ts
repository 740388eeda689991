import { markdown } from './markdown';
import type { Exporter } from './report';

/** Loaded when something is exported, and not before. */
export const exporters: readonly Exporter[] = [markdown];
