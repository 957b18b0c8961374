package org.ketamineregistry.cli.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How far a round has come.
 *
 * @param identity of what it fetches
 * @param job the address of its export; empty before it is begun and where it is a search
 * @param begun as of when a search is; empty where it is an export
 * @param transactionTime as of when what was fetched is; empty until all of it is here
 * @param deleted how many resources the source tells of as deleted
 * @param errors how many errors the source tells of
 */
record Round(
    String identity, String job, String begun, String transactionTime, long deleted, long errors) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Round begun(String identity) {
    return new Round(identity, "", "", "", 0, 0);
  }

  static Round of(JsonNode json) {
    return new Round(
        json.path("of").asText(),
        json.path("job").asText(),
        json.path("begun").asText(),
        json.path("transactionTime").asText(),
        json.path("deleted").asLong(),
        json.path("errors").asLong());
  }

  ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("of", identity).put("job", job).put("begun", begun);
    json.put("transactionTime", transactionTime).put("deleted", deleted).put("errors", errors);
    return json;
  }

  Round withJob(String place) {
    return new Round(identity, place, "", "", 0, 0);
  }

  Round searching(String asOf) {
    return new Round(identity, "", asOf, "", 0, 0);
  }

  Round fetched(String asOf, long gone, long wrong) {
    return new Round(identity, job, begun, asOf, gone, wrong);
  }

  boolean isFetched() {
    return !transactionTime.isEmpty();
  }
}
