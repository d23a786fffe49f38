/** Country names by ISO 3166-1 alpha-3 code: codes from i18n-iso-countries, names from the browser. */
import codes from "i18n-iso-countries/codes.json";

const NAMES = new Intl.DisplayNames(["en"], { type: "region" });

/** Kosovo's codes are user-assigned: the list has XKK, the codebook has XKX. */
const ALPHA2 = new Map<string, string>(codes.map(([two, three]) => [two === "XK" ? "XKX" : (three ?? ""), two ?? ""]));

/** A country's name; a code that is none (UNO, IGO) stays as it is. */
export function countryName(code: string): string {
  const two = ALPHA2.get(code);
  return two === undefined ? code : (NAMES.of(two) ?? code);
}

export interface Country {
  code: string;
  name: string;
}

export const COUNTRIES: readonly Country[] = [...ALPHA2.keys()]
  .map((code) => ({ code, name: countryName(code) }))
  .sort((one, other) => one.name.localeCompare(other.name, "en"));

/** The code of a country that somebody typed by name or code; null where it is none. */
export function countryCode(typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  const found = COUNTRIES.find((country) => country.name.toLowerCase() === wanted || country.code.toLowerCase() === wanted);
  return found?.code ?? null;
}
