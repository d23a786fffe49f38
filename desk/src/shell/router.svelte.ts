/** Where the reader is. The address is the only state that outlives a page, so that every view can be sent and restored. */
export interface GoOptions {
  /** Put the new address in place of the present one: for filters, which should not fill the back button. */
  replace?: boolean;
}

class Router {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  /** Counts the moves to another page, not those within one; the shell moves focus by it. */
  turns = $state(0);

  constructor() {
    addEventListener("popstate", () => this.#take());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  go(href: string, { replace = false }: GoOptions = {}): void {
    if (replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
    this.#take();
    if (!replace) scrollTo(0, 0);
  }

  /** The present path with another query; nothing happens where it is the same. */
  setQuery(query: URLSearchParams, options: GoOptions = { replace: true }): void {
    const text = query.toString();
    if (text === this.query.toString()) return;
    this.go(this.path + (text === "" ? "" : `?${text}`), options);
  }

  #take(): void {
    if (location.pathname !== this.path) {
      this.path = location.pathname;
      this.turns += 1;
    }
    this.query = new URLSearchParams(location.search);
  }

  /** Links within the desk turn the page without loading it; all others are the browser's. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.target !== "" || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    if (link.hash !== "" && link.pathname === location.pathname) return;
    event.preventDefault();
    if (link.href !== location.href) this.go(link.pathname + link.search + link.hash);
  }
}

export const router = new Router();
