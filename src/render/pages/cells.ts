import { levels, statuses } from '../../domain/index.ts';
import type { TechniqueId } from '../../domain/index.ts';
import type { GraphNode } from '../../graph/index.ts';
import type { Cell, FactValue, Link } from '../page.ts';
import { rankIn } from './order.ts';
import type { Survey } from './survey.ts';
import { formatCount } from './titles.ts';

/** A cell that links. */
export function linkCell({ text, href }: Link): Cell {
  return { text, href };
}

/** A cell that counts, with its thousands parted. */
export function countCell(count: number): Cell {
  return { text: formatCount(count), sort: count };
}

/** A cell of several names, joined by commas. */
export function namesCell(names: readonly string[]): Cell {
  return { text: names.join(', ') };
}

/** A cell of ids of techniques, each leading to the technique where that has a note. */
export function techniquesCell(ids: readonly TechniqueId[], survey: Survey): Cell {
  const values = ids.map((text): FactValue => {
    const technique = survey.graph.technique(text);
    return technique === undefined ? { text, code: true } : { text, code: true, href: survey.href(technique.url) };
  });
  return { ...namesCell(ids), values };
}

/** A rule's level with its mark; sorts from the gravest down, a missing or unknown one last. */
export function levelCell(level: string | undefined): Cell {
  if (level === undefined) return { text: '', sort: levels.length };
  return { text: level, level, sort: rankIn(levels, level) };
}

/** A rule's status; sorts from the most trusted down, a missing or unknown one last. */
export function statusCell(status: string | undefined): Cell {
  return { text: status ?? '', sort: rankIn(statuses, status) };
}

/** The titles of some nodes in one cell. */
export function titlesCell(nodes: readonly GraphNode[]): Cell {
  return namesCell(nodes.map((node) => node.title));
}
