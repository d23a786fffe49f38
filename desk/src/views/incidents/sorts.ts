/** The orders that the list can have, the first one where the address says none. */
import type { Sort } from "../../api/types";

export const SORTS: readonly { readonly value: Sort; readonly label: string }[] = [
  { value: "-first_day", label: "latest first" },
  { value: "first_day", label: "earliest first" },
  { value: "-sources", label: "most sources" },
  { value: "-articles", label: "most articles" },
  { value: "changed", label: "last changed" },
];

export const USUAL: Sort = "-first_day";

/** The order that an address names. */
export function sortOf(named: string | null): Sort {
  return SORTS.find((one) => one.value === named)?.value ?? USUAL;
}
