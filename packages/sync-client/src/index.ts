// The client half of the sync protocol: a tab's link, and the documents that are open over it.
export { browserClock } from './clock.ts';
export { type AnswerAddress, AnswerConnection } from './document/answer-connection.ts';
export { type ConnectionState, type Ending, isEditable } from './document/connection-state.ts';
export { LiveAnswer, type OnScreen, type Refusal } from './document/live-answer.ts';
export { OpenAnswers } from './document/open-answers.ts';
export { channelSocket } from './link/channel-socket.ts';
export { onDemand } from './link/on-demand.ts';
export { overSocket } from './link/socket-transport.ts';
export { TabLink } from './link/tab-link.ts';
export { TransportChoice } from './link/transport-choice.ts';
