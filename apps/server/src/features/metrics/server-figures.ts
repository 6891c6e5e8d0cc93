// What is so on this server at the moment it is asked: rooms, sessions, what waits, who listens, the bus, alarms.
import type { Metric } from 'prom-client';
import type { Context } from '../../context.ts';
import { counted, gauge } from '../../upkeep/metrics/exposition.ts';

/** Figures of the engine, the streams, the bus and the alarms. */
export function serverFigures(context: Pick<Context, 'rooms' | 'openSockets' | 'httpLinks' | 'hub' | 'bus' | 'alarms'>): readonly Metric[] {
  const { hub, bus, alarms } = context;
  return [
    ...engineFigures(context),
    gauge({ name: 'chancery_event_streams', help: 'Streams of events that are open.', read: () => hub.signIns().length }),
    gauge({
      name: 'chancery_alarms',
      help: 'Conditions that an operator must see; the health names them.',
      read: () => alarms.list().length,
    }),
    ...(bus === null ? [] : busFigures(bus)),
  ];
}

function engineFigures({ rooms, openSockets, httpLinks }: Pick<Context, 'rooms' | 'openSockets' | 'httpLinks'>): readonly Metric[] {
  return [
    gauge({ name: 'chancery_rooms', help: 'Documents in memory, by state.', label: 'state', read: () => rooms.figures().rooms }),
    gauge({
      name: 'chancery_sessions',
      help: 'Connections to documents, by what they may do.',
      label: 'access',
      read: () => rooms.figures().sessions,
    }),
    gauge({
      name: 'chancery_links',
      help: 'Links that carry many documents of one browser tab, by what carries them.',
      label: 'transport',
      read: () => ({ websocket: openSockets.countAllLinks() - httpLinks.count, http: httpLinks.count }),
    }),
    gauge({
      name: 'chancery_unacknowledged_frames',
      help: 'Messages with content that are not committed yet.',
      read: () => rooms.figures().unacknowledgedFrames,
    }),
    gauge({ name: 'chancery_unacknowledged_bytes', help: 'Bytes of them.', read: () => rooms.figures().unacknowledgedBytes }),
    gauge({
      name: 'chancery_uncommitted_documents',
      help: 'Documents with edits that are not in the log yet.',
      read: () => rooms.figures().uncommittedDocuments,
    }),
  ];
}

function busFigures(bus: NonNullable<Context['bus']>): readonly Metric[] {
  return [
    gauge({
      name: 'chancery_bus_connected',
      help: '1 while Redis carries messages between the servers, 0 while it is away.',
      read: () => (bus.isConnected ? 1 : 0),
    }),
    counted({
      name: 'chancery_bus_messages_total',
      help: 'Messages between the servers, by direction.',
      label: 'direction',
      read: () => ({ published: bus.figures.published, received: bus.figures.received }),
    }),
    counted({
      name: 'chancery_bus_lost_total',
      help: 'How often messages may have been missed, and the database was read instead.',
      read: () => bus.figures.lost,
    }),
    counted({
      name: 'chancery_bus_refused_total',
      help: 'Messages on the bus that no server of this installation has just sent.',
      read: () => bus.figures.refused,
    }),
  ];
}
