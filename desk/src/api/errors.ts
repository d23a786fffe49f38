/** What the server refused, in its own words: `error` says what, `way_out` what to do. */
export class ApiError extends Error {
  readonly status: number;
  readonly wayOut: string;
  /** The whole answer, for refusals that carry more (409 tells what the other person did). */
  readonly body: unknown;

  constructor(status: number, error: string, wayOut: string, body: unknown = null) {
    super(error);
    this.name = "ApiError";
    this.status = status;
    this.wayOut = wayOut;
    this.body = body;
  }
}

/** Reads a refusal's body; one that is not ours (a proxy's page) still gives a sentence. */
export function fromAnswer(status: number, body: unknown): ApiError {
  if (typeof body === "object" && body !== null) {
    const fields = body as Record<string, unknown>;
    if (typeof fields["error"] === "string") {
      const wayOut = typeof fields["way_out"] === "string" ? fields["way_out"] : "";
      return new ApiError(status, fields["error"], wayOut, body);
    }
  }
  return new ApiError(status, `The server answered ${status}.`, "Try again; if it stays, look at the server's own messages.", body);
}

/** Anything caught, as a refusal that can be shown. */
export function asApiError(caught: unknown): ApiError {
  if (caught instanceof ApiError) return caught;
  if (caught instanceof TypeError)
    return new ApiError(0, "The server cannot be reached.", "See that `tocsin serve` is still running, then try again.");
  return new ApiError(0, caught instanceof Error ? caught.message : String(caught), "Load the page anew.");
}

export function wasAborted(caught: unknown): boolean {
  return caught instanceof DOMException && caught.name === "AbortError";
}
