// What has to be said under the table, so that the figures are not taken for more than they are.

import { fullPlan } from './plan.ts';

const { typing, saturation, idle, join, crash, runs } = fullPlan;

export const notes = `What is counted
  Every server runs alone on one processor and every client on the other one, without authentication (the peers have none by themselves); medians of
  ${runs} interleaved runs, after a crash the worst. Ours is the engine and the log of the product: SQLite with synchronous=FULL in the same process, or PostgreSQL,
  whose own processes run beside on either processor and are a line of their own. Hocuspocus with its SQLite extension and y-websocket's server with y-leveldb keep
  their defaults; y-websocket's runs on the ws of ours, which is newer than its own. The relay stores nothing: the floor.
  typing: ${typing.documents} documents x ${typing.editors} editors x ${typing.editsPerSecond} characters a second; from the sending of an edit to its arrival at each other editor. Processor time is that of the whole server process.
  saturation: ${saturation.documents} documents x 2 writers with ${saturation.underWay} edits under way each. Where the load's share is near 100 % the load was the limit, not the server. Ours takes messages at any rate here: its limit of 1,000 a second for one connection is lifted.
  idle: ${idle.documents} documents, with 1 connection each and then with 2, after a forced collection; "used" is the heap and the buffers outside of it.
  join: ${join.documents} documents of ${join.editsEach} single edits, ${join.documents * join.clientsEach} clients, right after a start; each checks the length of what it holds.
  crash: kill -9 while ${crash.documents * crash.editors} editors type ${crash.editsPerSecond} characters a second, all clients gone too; milliseconds are the age of the oldest edit lost. Hocuspocus acknowledges too, y-websocket does not.
  "Others" is what else ran on the server's processor meanwhile; a run with more than a few per cent was disturbed.`;
