package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.AbstractGroup;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A message that was read, whose segments are numbered. */
final class Received {
  private final Header header;
  private final Event event;
  private final Message message;
  private final IdentityHashMap<Segment, Line> lines = new IdentityHashMap<>();
  private final Set<String> misplaced = new TreeSet<>();

  Received(Header header, Event event, Message message) throws HL7Exception {
    this.header = header;
    this.event = event;
    this.message = message;
    number(message, new HashMap<>());
  }

  Header header() {
    return header;
  }

  Event event() {
    return event;
  }

  <T extends Message> T as(Class<T> structure) {
    return structure.cast(message);
  }

  /** A segment, which need not be there: then it is the first of its name, and empty. */
  Line line(Segment segment) {
    return lines.getOrDefault(segment, new Line(segment, 1));
  }

  /** All of these segments. */
  List<Line> lines(List<? extends Segment> segments) {
    List<Line> all = new ArrayList<>();
    segments.forEach(segment -> all.add(line(segment)));
    return all;
  }

  /** Segments of the standard that stand where the structure has none. */
  Set<String> misplaced() {
    return misplaced;
  }

  private void number(Group group, Map<String, Integer> counted) throws HL7Exception {
    Set<String> added = group instanceof AbstractGroup own ? own.getNonStandardNames() : Set.of();
    for (String name : group.getNames()) {
      for (Structure structure : group.getAll(name)) {
        if (structure instanceof Group inner) {
          number(inner, counted);
        } else if (structure instanceof Segment segment && !segment.isEmpty()) {
          int number = counted.merge(segment.getName(), 1, Integer::sum);
          lines.put(segment, new Line(segment, number));
          if (added.contains(name) && !segment.getName().startsWith("Z")) {
            misplaced.add(Place.of(segment.getName(), number).toString());
          }
        }
      }
    }
  }
}
