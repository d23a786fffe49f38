/** The values of one kind that a report's events already have, each once, in the words in which they are shown. */
import type { DocumentDetail } from "../../api/types";
import type { AnyValue } from "../document/value_words";

type OfKind<K extends AnyValue["kind"]> = Extract<AnyValue, { kind: K }>;

export interface Known<Value> {
  readonly words: string;
  readonly value: Value;
}

export function knownValues<K extends AnyValue["kind"]>(
  detail: Pick<DocumentDetail, "events">,
  kind: K,
  words: (value: OfKind<K>) => string,
): Known<OfKind<K>>[] {
  const values = detail.events.flatMap((event) => event.roles.map((role) => role.value));
  const found = values.filter((value): value is OfKind<K> => value?.kind === kind).map((value) => ({ words: words(value), value }));
  return [...new Map(found.map((one) => [one.words, one])).values()];
}
