import { AtomicInputs } from './workbench/atomic-inputs.ts';
import { startAtomicsFolder } from './workbench/atomics-folder.ts';

/** Starts what a runbook's page has beside: fields for the inputs of its tests, and for the folder that they lie in. */
export function startRunbook(document: Document): void {
  customElements.define('atomic-inputs', AtomicInputs);
  startAtomicsFolder(document);
}
