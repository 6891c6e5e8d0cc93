// How a server is run that a test kills again and again.
import type { HouseOptions } from '../desk/house/house.ts';

const compiled = process.env['NODE_COMPILE_CACHE'];

/** A process of its own that, as in real use, does not strip types at every start. */
export const killable: HouseOptions = { isApart: true, env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled } };
