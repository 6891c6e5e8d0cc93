// How the web client is built and served while developing. Scripts, styles and fonts stay files of their own: the page's security policy allows nothing inline.
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { compileMessages } from './compile-messages.ts';
import { precompress } from './precompress.ts';
import { defineConfig, type Plugin } from 'vite';

const target = process.env['CHANCERY_SERVER'] ?? 'http://localhost:4400';
const language = process.env['CHANCERY_LANGUAGE'] ?? 'en';
/** The server compares the page's origin with the host that was asked for, so that the host must stay as it is. */
const proxied = { target, changeOrigin: false };

export default defineConfig({
  plugins: [
    ...compileMessages(language),
    react(),
    tailwindcss(),
    withoutOwnHistory(),
    preloadFont(/noto-sans-latin-wght-normal.*\.woff2$/),
    precompress(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    // Read at /licences.txt; NOTICE.md points there.
    license: { fileName: 'licences.txt' },
  },
  server: { host: 'localhost', proxy: { '/api': proxied, '/sync': { ...proxied, ws: true } } },
});

/** Asks for the font that every page needs together with the style sheet, instead of after it. */
function preloadFont(name: RegExp): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => name.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** Undoing is Yjs's: of ProseMirror's own history Tiptap only closes a step in it (8 KB). */
function withoutOwnHistory(): Plugin {
  const replaced = '\0without-own-history';
  return {
    name: 'without-own-history',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === 'prosemirror-history' ? replaced : null),
    load: (id) => (id === replaced ? 'export const closeHistory = (transaction) => transaction;' : null),
  };
}
