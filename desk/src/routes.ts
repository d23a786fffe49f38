/** Which view shows which path. Each is loaded when it is first visited, so that the first page stays small. */
import type { Component } from "svelte";
import { match, type Params } from "./shell/match";

/** A view gets the values of its path; the query it reads from the router. */
export type View = Component<{ params: Params }>;

export interface Route {
  pattern: string;
  title: string;
  load: () => Promise<{ default: View }>;
}

export const ROUTES: readonly Route[] = [
  { pattern: "/", title: "Incidents", load: () => import("./views/incidents/Incidents.svelte") },
  { pattern: "/incidents", title: "Incidents", load: () => import("./views/incidents/Incidents.svelte") }, // typed by hand
  { pattern: "/incidents/:id", title: "Incident", load: () => import("./views/incident/Incident.svelte") },
  { pattern: "/charts", title: "Charts", load: () => import("./views/charts/Charts.svelte") },
  { pattern: "/documents", title: "Documents", load: () => import("./views/documents/Documents.svelte") },
  { pattern: "/documents/:id", title: "Document", load: () => import("./views/document/Document.svelte") },
  { pattern: "/read", title: "Read a report", load: () => import("./views/read/Read.svelte") },
  { pattern: "/review", title: "Review", load: () => import("./views/review/Review.svelte") },
  { pattern: "/review/coding", title: "Double coding", load: () => import("./views/coding/Coding.svelte") },
  { pattern: "/review/agreement", title: "Agreement", load: () => import("./views/coding/Agreement.svelte") },
  { pattern: "/review/adjudicate/:document", title: "Adjudication", load: () => import("./views/coding/Adjudicate.svelte") },
  { pattern: "/login", title: "Log in", load: () => import("./views/login/Login.svelte") },
  { pattern: "/about", title: "About", load: () => import("./views/about/About.svelte") },
];

const MISSING: Route = { pattern: "", title: "Not found", load: () => import("./views/missing/Missing.svelte") };

/** The first route that a path fits, with the values in it; every other path is a page that is not there. */
export function resolve(path: string): { route: Route; params: Params } {
  for (const route of ROUTES) {
    const params = match(route.pattern, path);
    if (params !== null) return { route, params };
  }
  return { route: MISSING, params: {} };
}
