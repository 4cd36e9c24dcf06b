import { platformsOfLogSource, slugify, slugsOfPlatform } from '../../domain/index.ts';
import type { LogSource } from '../../domain/index.ts';
import type { Graph } from '../graph.ts';
import type { PlatformNode, RuleNode, TechniqueNode, TestNode } from '../nodes.ts';
import { onlyKind } from '../only-kind.ts';

/** What runs on, and reads the logs of, each platform that a vault names. */
export interface Platforms {
  /** However it is spelt (`azure-ad`, `Azure AD`); undefined when no note names it. */
  named(name: string): PlatformNode | undefined;
  /** The techniques that name a platform, or what it is a part of: a technique of IaaS is one of AWS. */
  techniquesOn(platform: PlatformNode): readonly TechniqueNode[];
  /**
   * The platforms whose logs a rule reads, by its log source's product, since Sigma's rules name none. Undefined where that
   * is of no platform in particular, such as a proxy, or not known: the rule then counts on all.
   */
  ofRule(rule: RuleNode): readonly PlatformNode[] | undefined;
  /** The platforms that a test runs on, what those are a part of included. Undefined where it names none: it then counts on all. */
  ofTest(test: TestNode): readonly PlatformNode[] | undefined;
  /** Whether a test runs where a rule reads logs, as far as it is known. */
  meet(rule: RuleNode, test: TestNode): boolean;
}

/** Finds the platforms of a vault. */
export function findPlatforms(graph: Graph): Platforms {
  const bySlug = new Map(graph.ofKind('platform').map((node) => [slugify(node.title), node]));
  const named = (name: string): PlatformNode | undefined => bySlug.get(slugify(name));
  const reached = (names: readonly string[]): readonly PlatformNode[] => [
    ...new Set(names.flatMap(slugsOfPlatform).flatMap((slug) => bySlug.get(slug) ?? [])),
  ];
  const ofLogSource = (source: LogSource): readonly PlatformNode[] | undefined => {
    const names = platformsOfLogSource(source);
    if (names !== undefined) return reached(names);
    // A product that nobody lists may be called as a platform of the vault is.
    return named(source.product ?? '') && reached([source.product ?? '']);
  };
  // There are few log sources and few lists of platforms, and thousands of rules and tests.
  const ofRules = remember(ofLogSource, ({ product, category, service }) => [product, category, service].join('\n'));
  const ofTests = remember(reached, (names) => names.join('\n'));
  const ofRule: Platforms['ofRule'] = ({ sigma }) => ofRules(sigma.logSource);
  const ofTest: Platforms['ofTest'] = ({ test }) =>
    test.platforms.length === 0 ? undefined : ofTests(test.platforms);
  return {
    named,
    techniquesOn: ({ title }) =>
      onlyKind(
        reached([title]).flatMap(({ id }) => graph.sources(id, 'technique-platform')),
        'technique',
      ),
    ofRule,
    ofTest,
    meet: (rule, test) => {
      const there = ofTest(test);
      return there === undefined || (ofRule(rule)?.some((platform) => there.includes(platform)) ?? true);
    },
  };
}

function remember<In, Out>(make: (from: In) => Out, keyOf: (from: In) => string): (from: In) => Out {
  const made = new Map<string, { readonly out: Out }>();
  return (from) => {
    const key = keyOf(from);
    const known = made.get(key) ?? { out: make(from) };
    made.set(key, known);
    return known.out;
  };
}

/** Whether what is of some platforms counts on one of them; what is of none in particular counts on all. */
export function countsOn(platform: PlatformNode, own: readonly PlatformNode[] | undefined): boolean {
  return own?.includes(platform) ?? true;
}
