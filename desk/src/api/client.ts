/**
 * Asks the server. Paths, parameters, bodies and answers are typed by schema.d.ts: `get("/documents/{id}", { path: { id } })`.
 *
 * The CSRF token comes with `GET /me` and goes with every change; the session itself is a cookie that no script sees.
 */
import { fromAnswer } from "./errors";
import type { paths } from "./schema";

const BASE = "/api/v1";
type Method = "get" | "post" | "delete";
type Short<P> = P extends `/api/v1${infer Rest}` ? Rest : never;
type Full<P extends string> = `/api/v1${P}` & keyof paths;

/** The paths that a method is known for. */
export type PathOf<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? Short<P> : never }[keyof paths];

type Operation<P extends string, M extends Method> = paths[Full<P>][M];
type Content<T> = T extends { content: { "application/json": infer Body } } ? Body : null;
type Responses<O> = O extends { responses: infer R } ? R : never;

/** What a successful answer holds. */
export type Answer<P extends string, M extends Method> = {
  [S in keyof Responses<Operation<P, M>> & (200 | 201 | 204)]: Content<Responses<Operation<P, M>>[S]>;
}[keyof Responses<Operation<P, M>> & (200 | 201 | 204)];

/** What a request's body holds. */
export type Body<P extends string, M extends Method> =
  Operation<P, M> extends { requestBody: { content: { "application/json": infer B } } } ? B : undefined;

type QueryOf<P extends string, M extends Method> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? Exclude<Q, undefined> : never;
type PathParams<P extends string, M extends Method> = Operation<P, M> extends { parameters: { path: infer V } } ? { path: V } : { path?: never };

export type Ask<P extends string, M extends Method> = PathParams<P, M> & {
  query?: QueryOf<P, M> | URLSearchParams;
  signal?: AbortSignal;
};

type Rest<T> = object extends T ? [options?: T] : [options: T];

let csrf: string | null = null;
let user: string | null = null;

/** Whose changes these are, and the token that goes with them. */
export function keepPerson(name: string | null, token: string | null): void {
  user = name;
  csrf = token;
}

export async function get<P extends PathOf<"get">>(path: P, ...[options]: Rest<Ask<P, "get">>): Promise<Answer<P, "get">> {
  return (await ask("GET", path, options, undefined)) as Answer<P, "get">;
}

export async function post<P extends PathOf<"post">>(
  path: P,
  body: Body<P, "post">,
  ...[options]: Rest<Ask<P, "post">>
): Promise<Answer<P, "post">> {
  return (await ask("POST", path, options, body ?? {})) as Answer<P, "post">;
}

export async function remove<P extends PathOf<"delete">>(path: P, ...[options]: Rest<Ask<P, "delete">>): Promise<Answer<P, "delete">> {
  return (await ask("DELETE", path, options, undefined)) as Answer<P, "delete">;
}

interface AnyAsk {
  path?: unknown;
  query?: unknown;
  signal?: AbortSignal;
}

/** The address of a resource, for links to downloads. Each value is escaped: an id with a slash or a percent sign stays one piece. */
export function address(path: string, options: AnyAsk = {}): string {
  const values = (options.path ?? {}) as Record<string, string | number>;
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values[name] ?? "")));
  const text = queryText(options.query);
  return `${BASE}${filled}${text === "" ? "" : `?${text}`}`;
}

async function ask(method: string, path: string, options: AnyAsk | undefined, body: unknown): Promise<unknown> {
  const answer = await send(method, path, options, body);
  // Somebody logged in anew in another tab: the token is asked for again, once.
  if (answer.status === 403 && method !== "GET" && (await renewed())) return settled(await send(method, path, options, body));
  return settled(answer);
}

/** Whether the server has another token for us than the one we sent. Somebody else's changes are not ours: then the page is to be loaded anew. */
async function renewed(): Promise<boolean> {
  const before = csrf;
  const me = await get("/me");
  if (me.user !== user) return false;
  csrf = me.csrf;
  return csrf !== null && csrf !== before;
}

async function settled(answer: Response): Promise<unknown> {
  const given = json(await answer.text());
  if (!answer.ok) throw fromAnswer(answer.status, given);
  return given;
}

async function send(method: string, path: string, options: AnyAsk | undefined, body: unknown): Promise<Response> {
  const headers = new Headers({ Accept: "application/json" });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  if (method !== "GET" && csrf !== null) headers.set("X-CSRF-Token", csrf);
  // What the browser kept is asked about each time: a merged incident's redirect ends when people part it again.
  const init: RequestInit = { method, headers, credentials: "same-origin", cache: "no-cache" };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (options?.signal !== undefined) init.signal = options.signal;
  return fetch(address(path, options), init);
}

function json(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function queryText(query: unknown): string {
  if (query === undefined || query === null) return "";
  if (query instanceof URLSearchParams) return query.toString();
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query as Record<string, unknown>)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) params.append(key, String(one));
  }
  return params.toString();
}
