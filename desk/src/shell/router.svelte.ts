/** Where the reader is. The address is the only state that outlives a page, so that every view can be sent and restored. */
export interface GoOptions {
  /** Put the new address in place of the present one: for filters, which should not fill the back button. */
  replace?: boolean;
}

class Router {
  /** Where the address is. */
  path = $state(location.pathname);
  /** The query of the page on the screen: while another page is on its way, the one that is left keeps its own. */
  query = $state.raw(new URLSearchParams(location.search));
  /** Counts how often the page at one address was asked for anew. */
  turns = $state(0);
  #shown = location.pathname;

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

  /** Whether another page was asked for and is not on the screen yet. */
  get leaving(): boolean {
    return this.#shown !== this.path;
  }

  /** To be told by the shell: the page of `path` is on the screen from now on. */
  arrive(path: string): void {
    this.#shown = path;
    this.#take();
  }

  /** The page at this address from its beginning: what it shows has changed on the server. */
  again(): void {
    this.turns += 1;
  }

  /** The present path with another query; nothing happens where it is the same, or where the page that asks for it is being left. */
  setQuery(query: URLSearchParams, options: GoOptions = { replace: true }): void {
    const text = query.toString();
    if (this.leaving || text === this.query.toString()) return;
    this.go(this.path + (text === "" ? "" : `?${text}`), options);
  }

  #take(): void {
    this.path = location.pathname;
    if (!this.leaving) this.query = new URLSearchParams(location.search);
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
