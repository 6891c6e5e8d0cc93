// Runs in a thread of its own: reads one filled form and ends. A hostile file costs this thread its time, never the server.
import { readFilledForm } from '@chancery/exchange';
import { parentPort, workerData } from 'node:worker_threads';
import type { FormToRead } from './read-form.ts';

const { bytes, questionnaire } = workerData as FormToRead;
parentPort?.postMessage(readFilledForm(bytes, questionnaire));
