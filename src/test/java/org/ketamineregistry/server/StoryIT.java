package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.store.ReviewRound;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The guide's worked story runs in order through a fresh registry of each of its countries: each
 * chapter is answered, and leaves the findings, as the guide says.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StoryIT {
  private static final Path GUIDE = Path.of("implementation-guide");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** It is the day of the chapter. */
  static final class StoryClock extends Clock {
    private volatile Instant now = Instant.parse("2025-10-01T00:00:00Z");

    void moveTo(Instant moment) {
      now = moment;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class OnTheDay {
    @Bean
    @Primary
    StoryClock storyClock() {
      return new StoryClock();
    }
  }

  /** A running registry of a country. */
  private record Registry(ConfigurableApplicationContext context) {
    static Registry of(String country) {
      return new Registry(
          new SpringApplicationBuilder(RegistryServer.class, TestDatabase.class, OnTheDay.class)
              .run(
                  "--server.port=0",
                  "--server.address=127.0.0.1",
                  "--registry.jurisdiction=" + country,
                  "--registry.review.interval=0",
                  "--registry.receipts.key-file=target/test-receipts.key",
                  "--registry.audit.key-file=target/test-audit.key",
                  "--registry.privacy.key-file=target/test-privacy.key",
                  "--registry.audit.seal-interval=0"));
    }

    JsonNode send(Instant day, byte[] bundle, int status) {
      context.getBean(StoryClock.class).moveTo(day);
      return exchange(
          HttpRequest.newBuilder(base(""))
              .header("Content-Type", "application/fhir+json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(bundle))
              .build(),
          status);
    }

    /** The codes of the findings that stand on the day, in order, each once. */
    List<String> findings() {
      context.getBean(ReviewRound.class).run();
      var codes = new ArrayList<String>();
      JsonNode page = get(base("/DetectedIssue?_count=200"));
      assertThat(page.findValues("relation")).extracting(JsonNode::asText).doesNotContain("next");
      for (JsonNode entry : page.path("entry")) {
        JsonNode finding = entry.path("resource");
        if (!finding.path("status").asText().equals("cancelled")) {
          codes.add(finding.at("/code/coding/0/code").asText());
        }
      }
      return codes.stream().distinct().sorted().toList();
    }

    private JsonNode get(URI address) {
      return exchange(HttpRequest.newBuilder(address).build(), 200);
    }

    private URI base(String path) {
      int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
      return URI.create("http://127.0.0.1:" + port + "/fhir" + path);
    }

    private static JsonNode exchange(HttpRequest request, int status) {
      try {
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private final Map<String, Registry> registries = new HashMap<>();

  @AfterAll
  void stop() {
    registries.values().forEach(registry -> registry.context().close());
  }

  @Test
  void isAnsweredAsTheGuideTells() throws IOException {
    JsonNode chapters = JSON.readTree(GUIDE.resolve("story/expected/chapters.json").toFile());
    assertThat(chapters.size()).isGreaterThan(10);
    var told = new LinkedHashMap<String, List<?>>();
    var found = new LinkedHashMap<String, List<?>>();
    for (JsonNode chapter : chapters) {
      String name = chapter.path("bundle").asText();
      byte[] bundle = Files.readAllBytes(GUIDE.resolve("input/examples").resolve(name));
      Registry registry =
          registries.computeIfAbsent(chapter.path("registry").asText(), Registry::of);
      Instant day =
          OffsetDateTime.parse(JSON.readTree(bundle).path("timestamp").asText()).toInstant();

      JsonNode answer = registry.send(day, bundle, chapter.path("status").asInt());

      if (chapter.has("issue")) {
        assertThat(answer.at("/issue/0/details/coding/0/code").asText())
            .as(name)
            .isEqualTo(chapter.path("issue").asText());
      }
      told.put(name, JSON.convertValue(chapter.path("findings"), List.class));
      found.put(name, registry.findings());
    }
    assertThat(found).isEqualTo(told);
  }
}
