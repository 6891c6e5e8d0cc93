// Owns what other features use of exchange: downloading a file with progress, and what is said about it.
export { DownloadOutcome } from './export/DownloadOutcome.tsx';
export { fetchFile } from './export/fetch-file.ts';
export { useDownload } from './export/use-download.ts';
