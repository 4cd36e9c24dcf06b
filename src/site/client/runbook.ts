import { AtomicInputs } from './workbench/atomic-inputs.ts';

/** Starts what a runbook's page has beside: fields for the inputs of its tests. */
export function startRunbook(): void {
  customElements.define('atomic-inputs', AtomicInputs);
}
