/** Light, dark or as the system has it; kept in this browser alone. */
export type Theme = "system" | "light" | "dark";

const KEY = "tocsin-theme";

function kept(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system"; // a browser that keeps nothing
  }
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");

class ThemeState {
  chosen = $state<Theme>(kept());
  #system = $state(systemDark.matches);

  constructor() {
    systemDark.addEventListener("change", (event) => (this.#system = event.matches));
  }

  /** Whether the page is dark now, whoever decided it. */
  get dark(): boolean {
    return this.chosen === "system" ? this.#system : this.chosen === "dark";
  }

  choose(theme: Theme): void {
    this.chosen = theme;
    try {
      if (theme === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // it holds for this page then
    }
    applyTheme();
  }
}

export const theme = new ThemeState();

/** Puts the choice on the document, where tokens.css reads it. */
export function applyTheme(): void {
  if (theme.chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme.chosen;
}
