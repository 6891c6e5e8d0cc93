// What a scenario begins with: a real server, a round, and people with verbs.
import './refused.ts';

export { type AgencyKey, housePassword } from './cast.ts';
export { type Desk, openDesk } from './desk.ts';
export { balance } from './fleet/balancer.ts';
export type { EventStream } from './people/event-stream.ts';
export { eventually, promised } from './eventually.ts';
export { onFleet } from './fleet/fleets.ts';
export { HandMadeClient } from './people/hand-made-client.ts';
export { type House, openHouse } from './house/house.ts';
export { Official } from './people/official.ts';
export { smallQuestionnaire } from './questionnaire.ts';
export { ask, call, cookieFrom, RefusedError, type Visitor } from './request.ts';
export { runChancery, serveApart, type Serving } from './house/serving.ts';
export { onEachDatabase, onEveryWay } from './house/suite.ts';
export { DeskTab, plainSocket } from './people/tab.ts';
export { type Typing, typesOn, wordsOf } from './people/typist.ts';
