import { describe, expect, it } from 'vitest';
import { componentsOfLogSource, parseComponentRef } from '../../../src/domain/index.ts';
import { logSourceTable } from '../../../src/domain/log-source-table.ts';

/** The names of the components of a log source written `product/category/service`; undefined for unknown. */
function names(source: string): readonly string[] | undefined {
  const [product, category, service] = source.split('/').map((part) => (part === '' ? undefined : part));
  return componentsOfLogSource({ product, category, service })?.map(({ component }) => component);
}

describe('componentsOfLogSource', () => {
  it.each<[string, string, readonly string[] | undefined]>([
    ['a category', 'windows/process_creation/', ['Process Creation', 'Command Execution']],
    ['a category of another product', 'linux/process_creation/', ['Process Creation', 'Command Execution']],
    ['a category alone', '/proxy/', ['Network Traffic Content', 'Network Traffic Flow']],
    ['letter case', 'Windows/Registry_Set/', ['Windows Registry Key Modification']],
    ['a service', 'windows//wmi', ['WMI Creation']],
    ['a service of any product', 'apache//apache', ['Application Log Content']],
    ['an application', 'django/application/', ['Application Log Content']],
    [
      'the more specific of two rows',
      'kubernetes/application/audit',
      ['Container Creation', 'Pod Creation', 'Pod Enumeration', 'Pod Modification'],
    ],
    ['a service of another product', 'linux//wmi', undefined],
    ['an unknown service', 'windows//capi2', undefined],
    ['a product alone', 'windows//', undefined],
    ['nothing at all', '//', undefined],
  ])('knows %s', (_, source, expected) => {
    expect(names(source)).toEqual(expected);
  });

  it('gives the data source with each component', () => {
    const source = { product: 'windows', category: 'process_access', service: undefined };
    expect(componentsOfLogSource(source)).toEqual([{ source: 'Process', component: 'Process Access' }]);
  });
});

describe('the table of log sources', () => {
  const patterns = logSourceTable.map(([{ product, category, service }]) => [product, category, service]);

  it('writes its own values in lower case, as they are compared', () => {
    const values = patterns.map((pattern) => pattern.join('/'));
    expect(values.filter((value) => value !== value.toLowerCase())).toEqual([]);
  });

  it('has no two rows for the same log sources', () => {
    const values = patterns.map((pattern) => pattern.join('/'));
    expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
  });

  it('names every component once in a row, with its source', () => {
    for (const [, ...components] of logSourceTable) {
      expect(components.length).toBeGreaterThan(0);
      expect(new Set(components).size).toBe(components.length);
      expect(components.map((name) => parseComponentRef(name))).not.toContain(undefined);
    }
  });

  it('gives each component one source', () => {
    const sources = new Map<string, string>();
    for (const { source, component } of logSourceTable.flatMap(([, ...all]) =>
      all.flatMap((name) => parseComponentRef(name) ?? []),
    )) {
      expect(sources.get(component) ?? source).toBe(source);
      sources.set(component, source);
    }
  });
});
