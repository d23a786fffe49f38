/// <reference types="vitest/config" />
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The server's Content-Security-Policy forbids inline script and style, so everything is a file with a hash in its name:
// it may be kept for ever, and `index.html` alone is asked for anew.
export default defineConfig({
  plugins: [svelte()],
  base: "/",
  build: {
    outDir: "../src/tocsin/web/assets",
    emptyOutDir: true,
    assetsDir: "static",
    assetsInlineLimit: 0,
    target: "es2022",
    // light-dark() as it is written, so that one place holds both colours of a token
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    reportCompressedSize: true,
    chunkSizeWarningLimit: 500,
  },
  server: {
    port: 5173,
    strictPort: true,
    // `tocsin serve` beside `npm run dev`; another address by DESK_SERVER
    proxy: { "/api": process.env["DESK_SERVER"] ?? "http://127.0.0.1:8321" },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
