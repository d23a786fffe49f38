/** Addresses that come with a report: one that is no web page's (`javascript:`) makes no link. */
export function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
