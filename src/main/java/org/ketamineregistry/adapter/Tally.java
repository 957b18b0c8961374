package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has come to so far. It takes no more memory for a million items than for a thousand:
 * of each reason it knows how often, and the first items; a reason too many is only counted.
 */
public final class Tally {
  private static final int MOST_REASONS = 500;
  private static final int FIRST_ITEMS = 20;

  /** What was wrong how often, and with which items first. */
  public record Reason(Fault fault, long count, List<Long> first) {
    private Reason and(long number) {
      var numbers = new ArrayList<>(first);
      if (numbers.size() < FIRST_ITEMS) {
        numbers.add(number);
      }
      return new Reason(fault, count + 1, numbers);
    }
  }

  private final Map<Fault, Reason> reasons = new LinkedHashMap<>();
  private long accepted;
  private long unchanged;
  private long refused;
  private long leftOut;
  private long untold;

  /** What {@link #json} wrote. */
  static Tally of(JsonNode json) {
    var tally = new Tally();
    tally.accepted = json.path("accepted").asLong();
    tally.unchanged = json.path("unchanged").asLong();
    tally.refused = json.path("refused").asLong();
    tally.leftOut = json.path("leftOut").asLong();
    tally.untold = json.path("untold").asLong();
    for (JsonNode reason : json.path("reasons")) {
      var fault =
          new Fault(
              reason.path("code").asText(),
              reason.path("at").asText(),
              reason.path("text").asText());
      var first = new ArrayList<Long>();
      reason.path("first").forEach(number -> first.add(number.asLong()));
      tally.reasons.put(fault, new Reason(fault, reason.path("count").asLong(), first));
    }
    return tally;
  }

  /** One item was left out on purpose. */
  public void leaveOut() {
    leftOut++;
  }

  /** Something became of one item that was kept. */
  public void told(Delivery.Outcome outcome) {
    if (outcome == Delivery.Outcome.ACCEPTED) {
      accepted++;
    } else {
      unchanged++;
    }
  }

  /** One item was refused. */
  public void refused(long number, List<Fault> faults) {
    refused++;
    for (Fault fault : faults) {
      Reason known = reasons.get(fault);
      if (known != null || reasons.size() < MOST_REASONS) {
        reasons.put(fault, (known == null ? new Reason(fault, 0, List.of()) : known).and(number));
      } else {
        untold++;
      }
    }
  }

  /** All items that were read. */
  public long read() {
    return accepted + unchanged + refused + leftOut;
  }

  /** Items of which something was new to the registry. */
  public long accepted() {
    return accepted;
  }

  /** Items of which the registry had everything. */
  public long unchanged() {
    return unchanged;
  }

  /** Items of which nothing was kept. */
  public long refused() {
    return refused;
  }

  /** Items that the mapping leaves out on purpose. */
  public long leftOut() {
    return leftOut;
  }

  /** How many faults had reasons too many to be told. */
  public long untold() {
    return untold;
  }

  /** Why items were refused, in the order in which that was first seen. */
  public List<Reason> reasons() {
    return List.copyOf(reasons.values());
  }

  /** The same for programs. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("read", read()).put("accepted", accepted).put("unchanged", unchanged);
    json.put("refused", refused).put("leftOut", leftOut).put("untold", untold);
    ArrayNode list = json.putArray("reasons");
    for (Reason reason : reasons.values()) {
      ObjectNode one = list.addObject();
      one.put("code", reason.fault().code()).put("at", reason.fault().origin());
      one.put("text", reason.fault().text()).put("count", reason.count());
      ArrayNode first = one.putArray("first");
      reason.first().forEach(first::add);
    }
    return json;
  }
}
