import type { VaultPath } from '../../source/index.ts';
import type { RenderedNote } from '../page.ts';
import type { Question } from './world.ts';

/** A note as it was rendered before, and all that the rendering hung on. */
export interface KeptRendering {
  /** The digest of the note, its node and the options. */
  readonly self: string;
  /** What was asked beyond that, in the order in which it was asked. */
  readonly questions: readonly Question[];
  /** The digest of the answers. */
  readonly answers: string;
  readonly rendered: RenderedNote;
}

/** Remembers renderings from one run to the next. */
export interface RenderMemory {
  /** The last rendering of the note at a path; undefined when there is none. */
  recall(path: VaultPath): KeptRendering | undefined;
  /** Remembers a rendering in the place of the last. */
  remember(path: VaultPath, rendering: KeptRendering): void;
}
