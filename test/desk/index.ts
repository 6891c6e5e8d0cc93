// What a scenario begins with: a real server, a round, and people with verbs.
import './refused.ts';

export { housePassword } from './cast.ts';
export { type Desk, openDesk } from './desk.ts';
export { balance } from './balancer.ts';
export type { EventStream } from './event-stream.ts';
export { eventually, promised } from './eventually.ts';
export { onFleet } from './fleets.ts';
export { HandMadeClient } from './hand-made-client.ts';
export { type House, openHouse } from './house.ts';
export { Official } from './official.ts';
export { smallQuestionnaire } from './questionnaire.ts';
export { ask, call, cookieFrom, RefusedError, type Visitor } from './request.ts';
export { runChancery, serveApart, type Serving } from './serving.ts';
export { onEachDatabase, onEveryWay } from './suite.ts';
export { DeskTab, plainSocket } from './tab.ts';
export { type Typing, typesOn, wordsOf } from './typist.ts';
