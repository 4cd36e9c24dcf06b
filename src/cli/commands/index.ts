import type { Command } from '../command.ts';
import { blocks } from './blocks.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { graph } from './graph.ts';
import { init } from './init.ts';
import { preview } from './preview.ts';
import { query } from './query.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [build, dev, preview, check, query, blocks, graph, init];
