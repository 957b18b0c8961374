package org.ketamineregistry.cli.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.cli.push.Patience;
import org.ketamineregistry.cli.registry.Unusable;

/** An export by Bulk Data Access: begun, waited for, and taken back when it was fetched. */
final class BulkExport {
  /** How statuses tell that there is no such operation. */
  private static final Set<Integer> UNKNOWN = Set.of(400, 404, 405, 501);

  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final int ACCEPTED = 202;
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SourceServer server;
  private final Patience polling;

  /**
   * @param polling how long to wait between two looks where the server does not say it
   */
  BulkExport(SourceServer server, Patience polling) {
    this.server = server;
    this.polling = polling;
  }

  /** As most servers want it. */
  static BulkExport of(SourceServer server) {
    return new BulkExport(
        server, new Patience(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(5)));
  }

  /**
   * Begins one.
   *
   * @param since as of when everything is known; empty for all
   * @return the address at which it is told of; empty where the server has no such operation
   */
  Optional<URI> begin(Wanted wanted, String since)
      throws IOException, Unusable, InterruptedException {
    String query =
        "?_outputFormat="
            + encoded("application/fhir+ndjson")
            + "&_type="
            + encoded(String.join(",", wanted.types()))
            + (since.isEmpty() ? "" : "&_since=" + encoded(since));
    SourceServer.Answer answer =
        server.get(
            server.at(wanted.operation() + query),
            Map.of("Accept", "application/fhir+json", "Prefer", "respond-async"));
    if (answer.status() == ACCEPTED) {
      String place =
          answer
              .headers()
              .firstValue("Content-Location")
              .orElseThrow(
                  () -> new Unusable("The source begins an export and does not say where it is."));
      return Optional.of(server.own(place, "an export"));
    }
    if (UNKNOWN.contains(answer.status()) && wanted.isSearchable() && !isOffered()) {
      return Optional.empty();
    }
    throw refused(answer, "begins no export");
  }

  /** Whether the server says that it has an export. */
  private boolean isOffered() throws IOException, Unusable, InterruptedException {
    SourceServer.Answer answer =
        server.get(server.at("metadata"), Map.of("Accept", "application/fhir+json"));
    for (JsonNode operation : json(answer.body()).findValues("operation")) {
      for (JsonNode one : operation) {
        if (one.path("name").asText().matches("\\$?(patient-|group-)?export")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Waits until an export is complete.
   *
   * @throws Download.Expired where the server does not know it any more
   */
  Manifest await(URI place) throws IOException, Unusable, Download.Expired, InterruptedException {
    Duration waited = Duration.ZERO;
    for (int attempt = 1; waited.compareTo(LONGEST) < 0; attempt++) {
      SourceServer.Answer answer = server.get(place, Map.of("Accept", "application/json"));
      if (answer.status() == 200) {
        return Manifest.read(answer.body());
      }
      if (GONE.contains(answer.status())) {
        throw new Download.Expired();
      }
      if (answer.status() != ACCEPTED) {
        throw refused(answer, "ends its export");
      }
      Duration wait = polling.wait(attempt, SourceServer.retryAfter(answer.headers()));
      Thread.sleep(wait.toMillis());
      waited = waited.plus(wait);
    }
    throw new Unusable("The source does not come to the end of its export in a day.");
  }

  /**
   * Says that the files are not needed any more. It does not matter whether the server hears it.
   */
  void end(URI place) throws InterruptedException {
    try {
      server.once("DELETE", place, Map.of("Accept", "application/fhir+json"));
    } catch (IOException | Unusable e) {
      // What was fetched is here; the server will forget the export by itself.
    }
  }

  private static Unusable refused(SourceServer.Answer answer, String does) {
    JsonNode issue = json(answer.body()).path("issue").path(0);
    String code = issue.path("code").asText();
    return new Unusable(
        "The source "
            + does
            + " ("
            + answer.status()
            + (code.matches("[a-z-]{1,40}") ? ", " + code : "")
            + (answer.status() / 100 == 3 ? "; no redirect is followed" : "")
            + ").");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
