/** Short notes at the edge of the page: what was done (with its undo) or what went wrong. */
import type { ApiError } from "../api/errors";

export interface Toast {
  id: number;
  kind: "done" | "problem";
  text: string;
  wayOut: string;
  action: { label: string; run: () => void } | null;
}

class Toasts {
  all = $state.raw<readonly Toast[]>([]);
  #next = 1;

  /** Tells that something was done. It leaves by itself after ten seconds: long enough to read and to undo. */
  done(text: string, action: Toast["action"] = null): void {
    const id = this.#add({ kind: "done", text, wayOut: "", action });
    setTimeout(() => this.close(id), 10_000);
  }

  /** Tells what went wrong. It stays until it is closed. */
  problem(problem: ApiError): void {
    this.#add({ kind: "problem", text: problem.message, wayOut: problem.wayOut, action: null });
  }

  close(id: number): void {
    this.all = this.all.filter((toast) => toast.id !== id);
  }

  #add(toast: Omit<Toast, "id">): number {
    const id = this.#next++;
    this.all = [...this.all.slice(-3), { ...toast, id }];
    return id;
  }
}

export const toasts = new Toasts();
