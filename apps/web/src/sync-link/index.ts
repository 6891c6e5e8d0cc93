// Owns what tests and benchmarks see of a tab's link: making one outside of a browser.
export { channelSocket } from './channel-socket.ts';
export { overHttp } from './http-transport.ts';
export { overSocket } from './socket-transport.ts';
export { TabLink } from './tab-link.ts';
export { TransportChoice } from './transport-choice.ts';
