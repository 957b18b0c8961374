package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.JSON;
import static org.ketamineregistry.server.RegistryUnderTest.XML;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/**
 * The guide's examples, changed at random: each is taken or refused with an outcome, and never is
 * the registry at a loss. {@code -Dregistry.test.volume} multiplies how many; {@code
 * -Dregistry.test.seed} sets where chance begins.
 */
@RegistryTest
class MutationIT {
  private static final int VOLUME = Integer.getInteger("registry.test.volume", 1);
  private static final long SEED = Long.getLong("registry.test.seed", 20_261_124L);
  private static final int EACH = 100;

  private final RegistryUnderTest registry;
  private final Ehr ehr;
  private final List<Draft> examples;

  MutationIT(RegistryUnderTest registry) throws IOException {
    this.registry = registry;
    ehr = registry.treating(Ehr.fresh());
    examples = examples(ehr);
  }

  /** How a text is changed. */
  private enum Way {
    TREE,
    BYTES_OF_JSON,
    BYTES_OF_XML
  }

  @AfterEach
  void theRegistryIsWell() {
    assertThat(registry.submit(ehr.nextPatient().consultation())).isAccepted();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void isTakenOrRefused(Way way) {
    for (int number = 0; number < EACH * VOLUME; number++) {
      var chance = new Mutation(SEED + number);
      Draft example = chance.oneOf(examples);
      byte[] body = changed(way, chance, example, chance.oneOf(examples));
      String format = way == Way.BYTES_OF_XML ? XML : JSON;

      HttpAnswer answer = registry.send("POST", path(example), body, "Content-Type", format);

      try {
        if (answer.status() != 200 && answer.status() != 201) {
          assertThat(answer).isRefused();
        }
        assertThat(answer).showsNoInnards();
      } catch (AssertionError e) {
        throw new AssertionError(
            "Seed " + SEED + ", " + way + " number " + number + ": " + shown(body), e);
      }
    }
  }

  /** A verdict can be had on all of it, and on it as part of a bundle that nobody submits. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void isJudged(Way way) {
    List<Draft> judged = new ArrayList<>(examples);
    for (String type : List.of("collection", "document", "message", "searchset", "history")) {
      judged.add(ehr.session().withText("/type", type));
    }
    for (int number = 0; number < EACH * VOLUME; number++) {
      var chance = new Mutation(SEED - number);
      Draft example = chance.oneOf(judged);
      byte[] body = changed(way, chance, example, chance.oneOf(judged));
      String format = way == Way.BYTES_OF_XML ? XML : JSON;
      String path = "/" + example.string("/resourceType") + "/$validate";

      HttpAnswer answer = registry.send("POST", path, body, "Content-Type", format);

      try {
        assertThat(answer).hasStatus(200).showsNoInnards();
        assertThat(answer.issues()).isNotEmpty();
      } catch (AssertionError e) {
        throw new AssertionError(
            "Seed " + SEED + ", verdict, " + way + " number " + number + ": " + shown(body), e);
      }
    }
  }

  /** What is the same for the same seed can be looked into. */
  @Test
  void isRepeatable() {
    for (Way way : Way.values()) {
      assertThat(changed(way, new Mutation(7), examples.get(0), examples.get(1)))
          .isEqualTo(changed(way, new Mutation(7), examples.get(0), examples.get(1)))
          .isNotEqualTo(examples.get(0).text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] changed(Way way, Mutation chance, Draft example, Draft other) {
    return switch (way) {
      case TREE -> chance.ofTree(example.text(), other.text());
      case BYTES_OF_JSON -> chance.ofBytes(bytes(example.text()), bytes(other.text()));
      case BYTES_OF_XML -> chance.ofBytes(bytes(example.xml()), bytes(other.xml()));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String path(Draft example) {
    String type = example.string("/resourceType");
    return type.equals("Bundle") ? "" : "/" + type;
  }

  private static String shown(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() > 6_000 ? text.substring(0, 6_000) + "..." : text;
  }

  /** Bundles stand for half of all, since in them most can go wrong. */
  private static List<Draft> examples(Ehr ehr) throws IOException {
    List<Draft> bundles = List.of(ehr.registration(), ehr.consultation(), ehr.session());
    List<Draft> single;
    try (Stream<Path> files = Files.list(Path.of("profiles/package/example"))) {
      single =
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .filter(name -> name.contains("-gb-"))
              .filter(name -> !name.startsWith("Bundle") && !name.startsWith("Questionnaire"))
              .sorted()
              .map(ehr::example)
              .toList();
    }
    return Stream.concat(
            single.stream(), Stream.generate(() -> bundles).limit(8).flatMap(List::stream))
        .toList();
  }
}
