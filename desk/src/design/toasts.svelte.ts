/** Short notes at the edge of the page: what was done (with its undo) or what went wrong. */
import type { ApiError } from "../api/errors";

export interface Toast {
  id: number;
  kind: "done" | "problem";
  text: string;
  wayOut: string;
  action: { label: string; run: () => void } | null;
}

/** Milliseconds after which a note leaves by itself: long enough to read and to undo. */
const STAYS = 10_000;

class Toasts {
  all = $state.raw<readonly Toast[]>([]);
  #next = 1;
  readonly #leaving = new Map<number, ReturnType<typeof setTimeout>>();

  /** Tells that something was done. It leaves by itself, but not while somebody points at it or has the focus in it. */
  done(text: string, action: Toast["action"] = null): void {
    this.release(this.#add({ kind: "done", text, wayOut: "", action }));
  }

  hold(id: number): void {
    clearTimeout(this.#leaving.get(id));
  }

  /** Its time begins anew; what went wrong has none. */
  release(id: number): void {
    this.hold(id);
    if (this.all.some((toast) => toast.id === id && toast.kind === "done")) this.#leaving.set(id, setTimeout(() => this.close(id), STAYS));
  }

  /** Tells what went wrong. It stays until it is closed. */
  problem(problem: ApiError): void {
    this.#add({ kind: "problem", text: problem.message, wayOut: problem.wayOut, action: null });
  }

  close(id: number): void {
    this.hold(id);
    this.#leaving.delete(id);
    this.all = this.all.filter((toast) => toast.id !== id);
  }

  #add(toast: Omit<Toast, "id">): number {
    const id = this.#next++;
    this.all = [...this.all.slice(-3), { ...toast, id }];
    return id;
  }
}

export const toasts = new Toasts();
