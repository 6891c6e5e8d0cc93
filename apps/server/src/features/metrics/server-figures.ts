// What is so on this server at the moment it is asked: rooms, sessions, what waits, who listens, the bus, alarms.
import type { Context } from '../../context.ts';
import { counted, type Family, gauge, type Labels } from '../../upkeep/metrics/exposition.ts';

type Asked = Pick<Context, 'rooms' | 'openSockets' | 'httpLinks' | 'hub' | 'bus' | 'alarms'>;

/** Figures of the engine, the streams, the bus and the alarms. */
export function serverFigures({ rooms, openSockets, httpLinks, hub, bus, alarms }: Asked): readonly Family[] {
  const by = (label: string, counts: Readonly<Record<string, number>>): (readonly [Labels, number])[] =>
    Object.entries(counts).map(([value, count]) => [{ [label]: value }, count]);
  return [
    gauge('chancery_rooms', 'Documents in memory, by state.', () => by('state', rooms.figures().rooms)),
    gauge('chancery_sessions', 'Connections to documents, by what they may do.', () => by('access', rooms.figures().sessions)),
    gauge('chancery_links', 'Links that carry many documents of one browser tab, by what carries them.', () => {
      const overHttp = httpLinks.count;
      return by('transport', { websocket: openSockets.countAllLinks() - overHttp, http: overHttp });
    }),
    gauge(
      'chancery_unacknowledged_frames',
      'Messages with content that are not committed yet.',
      () => rooms.figures().unacknowledgedFrames,
    ),
    gauge('chancery_unacknowledged_bytes', 'Bytes of them.', () => rooms.figures().unacknowledgedBytes),
    gauge(
      'chancery_uncommitted_documents',
      'Documents with edits that are not in the log yet.',
      () => rooms.figures().uncommittedDocuments,
    ),
    gauge('chancery_event_streams', 'Streams of events that are open.', () => hub.signIns().length),
    gauge('chancery_alarms', 'Conditions that an operator must see; the health names them.', () => alarms.list().length),
    ...(bus === null
      ? []
      : [
          gauge('chancery_bus_connected', '1 while Redis carries messages between the servers, 0 while it is away.', () =>
            bus.isConnected ? 1 : 0,
          ),
          counted('chancery_bus_messages_total', 'Messages between the servers, by direction.', () =>
            by('direction', { published: bus.figures.published, received: bus.figures.received }),
          ),
          counted(
            'chancery_bus_lost_total',
            'How often messages may have been missed, and the database was read instead.',
            () => bus.figures.lost,
          ),
        ]),
  ];
}
