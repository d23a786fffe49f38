/** One thing that a view asks for: its value, its trouble, and whether it is on its way. A new question ends the one before it. */
import { onDestroy } from "svelte";
import { asApiError, wasAborted, type ApiError } from "./errors";

/** To be made while a component is being set up: what it asks for ends with that component, so that nothing late comes into another view. */
export class Loader<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<ApiError | null>(null);
  loading = $state(false);
  #controller: AbortController | null = null;
  #over = false;

  constructor() {
    onDestroy(() => {
      this.#over = true;
      this.stop();
    });
  }

  /** Asks; the value before stays in place until the new one is there, so that nothing flickers. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    if (this.#over) return;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.loading = true;
    try {
      const value = await question(controller.signal);
      if (controller.signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (caught) {
      if (controller.signal.aborted || wasAborted(caught)) return;
      this.problem = asApiError(caught);
    }
    this.loading = false;
  }

  /** Another value from the server, newer than anything that is on its way. */
  take(value: T): void {
    this.stop();
    this.value = value;
    this.problem = null;
  }

  /** Ends what is on its way; what was there stays. */
  stop(): void {
    this.#controller?.abort();
    this.loading = false;
  }
}
