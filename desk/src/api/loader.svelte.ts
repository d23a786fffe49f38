/** One thing that a view asks for: its value, its trouble, and whether it is on its way. A new question ends the one before it. */
import { asApiError, wasAborted, type ApiError } from "./errors";

export class Loader<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<ApiError | null>(null);
  loading = $state(false);
  #controller: AbortController | null = null;

  /** Asks; the value before stays in place until the new one is there, so that nothing flickers. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
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

  stop(): void {
    this.#controller?.abort();
  }
}
