package org.ketamineregistry.cli.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * Searches a server type by type and page by page, where it has no export. Pages are not of one
 * moment: the next search asks again for what changed shortly before this one began.
 */
final class SearchPages {
  private static final int PER_PAGE = 200;
  private static final int MOST_PAGES = 200_000;
  private static final int MOST_EMPTY = 100;
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final SourceServer server;

  SearchPages(SourceServer server) {
    this.server = server;
  }

  /** As of when a search that begins now knows everything, by the clock of the server. */
  String begins() throws IOException, Unusable, InterruptedException {
    SourceServer.Answer answer =
        server.get(server.at("metadata"), Map.of("Accept", "application/fhir+json"));
    Instant now =
        answer
            .headers()
            .firstValue("Date")
            .flatMap(SearchPages::date)
            .orElseThrow(
                () ->
                    new Unusable(
                        "The source does not say what time it is (the header Date), so nobody can"
                            + " tell what changes later."));
    return now.minus(OVERLAP).toString();
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Fetches all resources of a type, unless they are there already.
   *
   * @param since as of when everything is known; empty for all
   */
  void fetch(String type, String since, Path file)
      throws IOException, Unusable, InterruptedException {
    if (Files.exists(file)) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    URI page =
        server.at(
            type
                + "?_sort=_lastUpdated&_count="
                + PER_PAGE
                + (since.isEmpty()
                    ? ""
                    : "&_lastUpdated=ge" + URLEncoder.encode(since, StandardCharsets.UTF_8)));
    Set<URI> seen = new HashSet<>();
    int empty = 0;
    try (Writer writer = Files.newBufferedWriter(part)) {
      while (page != null) {
        if (!seen.add(page) || seen.size() > MOST_PAGES || empty > MOST_EMPTY) {
          throw new Unusable(
              "The source's pages of "
                  + type
                  + " do not end: a next link repeats, or nothing comes any more. Nothing of them"
                  + " is brought.");
        }
        JsonNode bundle = bundle(page, type);
        int found = write(bundle, type, writer);
        empty = found == 0 ? empty + 1 : 0;
        page = next(bundle);
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private JsonNode bundle(URI page, String type)
      throws IOException, Unusable, InterruptedException {
    SourceServer.Answer answer = server.get(page, Map.of("Accept", "application/fhir+json"));
    if (answer.status() != 200) {
      throw new Unusable(
          "The source does not answer the search for "
              + type
              + " ("
              + answer.status()
              + (answer.status() / 100 == 3 ? "; no redirect is followed" : "")
              + ").");
    }
    try {
      JsonNode bundle = JSON.readTree(answer.body());
      if (bundle.path("resourceType").asText().equals("Bundle")) {
        return bundle;
      }
    } catch (JsonProcessingException e) {
      throw noBundle();
    }
    throw noBundle();
  }

  private static Unusable noBundle() {
    return new Unusable("What the source answers a search with is no Bundle of FHIR in JSON.");
  }

  /** What was looked for, a line each; what came along is not of its type. */
  private static int write(JsonNode bundle, String type, Writer writer) throws IOException {
    int count = 0;
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      String mode = entry.path("search").path("mode").asText("match");
      if (resource.path("resourceType").asText().equals(type) && mode.equals("match")) {
        writer.write(JSON.writeValueAsString(resource));
        writer.write('\n');
        count++;
      }
    }
    return count;
  }

  private @Nullable URI next(JsonNode bundle) throws Unusable {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        return server.own(link.path("url").asText(), "the next page");
      }
    }
    return null;
  }
}
