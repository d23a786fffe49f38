import { expect, it } from "vitest";

import { isPage } from "./kind";

it.each([
  ["<!DOCTYPE html><title>x", true],
  ["\n<html lang=en>", true],
  ["<!-- kept --> <article>", true],
  ["Police held 14 people.", false],
  ["<3 said the mayor", false],
  ["“<html>” was all that the page showed", false],
])("tells a page from a text: %s", (text, page) => expect(isPage(text)).toBe(page));
