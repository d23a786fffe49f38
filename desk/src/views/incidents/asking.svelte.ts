/** What the incidents' page asks the server: list, timeline and map for one filter, each anew only when its own question changes. */
import { untrack } from "svelte";
import { get } from "../../api/client";
import { asApiError } from "../../api/errors";
import { Loader } from "../../api/loader.svelte";
import type { Incident, IncidentMap, Sort, Timeline } from "../../api/types";
import { toasts } from "../../design/toasts.svelte";
import { writeBox, writeFilter, type Box, type Filter } from "../../incidents/filter";
import { holds, type At } from "../../map/frame";
import type { Looked } from "../../map/MapView.svelte";
import { fittingStep, mainSpan } from "../../timeline/span";

interface Page {
  /** The conditions that it was asked with: those on the screen may be others already. */
  readonly asked: string;
  readonly total: number;
  readonly after: string | null;
  readonly incidents: readonly Incident[];
}

/** Below this zoom the whole world is asked for at once. */
const FAR = 3;
const WORLD: Box = [-180, -90, 180, 90];

export class Asking {
  readonly list = new Loader<Page>();
  readonly map = new Loader<IncidentMap>();
  readonly timeline = new Loader<Timeline>();
  /** Where the map is. */
  looked = $state.raw<Looked | null>(null);
  loadingMore = $state(false);
  #loaded: { asked: string; zoom: number; around: Box } | null = null;
  readonly #sort: () => Sort;
  readonly #asked: string;

  /** To be made while a component is being set up: it asks as long as that one is shown. */
  constructor(filter: () => Filter, sort: () => Sort, start: At | null) {
    this.#sort = sort;
    this.#asked = $derived(writeFilter(filter()).toString());
    const anyDay = $derived(writeFilter({ ...filter(), from: "", to: "" }).toString());

    $effect(() => {
      const query = this.#question();
      const asked = this.#asked;
      void this.list.ask(async (signal) => ({ asked, ...(await get("/incidents", { query, signal })) }));
    });

    // The timeline shows the days around the chosen ones too: choosing others asks nothing anew.
    $effect(() => {
      const query = new URLSearchParams(anyDay);
      void this.timeline.ask((signal) => timelineOf(query, signal));
    });

    // The map asks anew when the question changes, when one goes nearer or farther by a step, or looks past what was loaded.
    $effect(() => {
      const zoom = Math.floor(this.looked?.at.zoom ?? start?.zoom ?? 2);
      const { looked } = this;
      const asked = this.#asked;
      untrack(() => this.#askMap(asked, zoom, looked));
    });
  }

  /** The next incidents of the list, behind those that are there. */
  async more(): Promise<void> {
    const before = this.list.value;
    if (before === null || before.after === null) return;
    this.loadingMore = true;
    try {
      const query = this.#question();
      query.set("after", before.after);
      const next = await get("/incidents", { query });
      if (this.list.value === before) this.list.value = { ...before, ...next, incidents: [...before.incidents, ...next.incidents] };
    } catch (caught) {
      toasts.problem(asApiError(caught));
    }
    this.loadingMore = false;
  }

  #question(): URLSearchParams {
    const query = new URLSearchParams(this.#asked);
    query.set("sort", this.#sort());
    return query;
  }

  #askMap(asked: string, zoom: number, looked: Looked | null): void {
    const far = zoom < FAR;
    const before = this.#loaded;
    if (before?.asked === asked && before.zoom === zoom && (far || looked === null || holds(before.around, looked.bounds))) return;
    const around = looked === null || far ? WORLD : looked.around;
    this.#loaded = { asked, zoom, around };
    const query = new URLSearchParams(asked);
    query.set("zoom", String(zoom));
    if (!query.has("bbox") && !far) query.set("bbox", writeBox(around));
    void this.map.ask((signal) => get("/incidents/map", { query, signal }));
  }
}

/** By the step that fits the days that there are: the weeks tell which one that is. */
async function timelineOf(query: URLSearchParams, signal: AbortSignal): Promise<Timeline> {
  const weeks = await get("/incidents/timeline", { query, signal });
  const span = mainSpan(weeks.weeks, weeks.step);
  const step = span === null ? "week" : fittingStep(span);
  if (step === weeks.step) return weeks;
  query.set("step", step);
  return get("/incidents/timeline", { query, signal });
}
