package org.ketamineregistry.bench;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.network.Answers;
import org.ketamineregistry.network.DirectoryWriter;
import org.ketamineregistry.network.outbound.FakeMember;
import org.ketamineregistry.network.outbound.FakeMember.Answer;
import org.ketamineregistry.process.ServerProcess.Recipe;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.springframework.util.FileSystemUtils;

/**
 * How much longer than its slowest member a network takes to answer. The method stands in {@code
 * docs/performance.md}.
 */
class NetworkBenchmark {
  private static final Path FOLDER = Path.of("target", "bench-network").toAbsolutePath();
  private static final List<Integer> SIZES = List.of(3, 10, 50);
  private static final int TIMES = 40;

  /** The fastest member and the slowest; the others lie between. */
  private static final long FASTEST_MILLIS = 100;

  private static final long SLOWEST_MILLIS = 1_000;

  private final ECKey key = DirectoryWriter.newKey();
  private final String version =
      GuideDefinitions.get().guide().of(ImplementationGuide.class).get(0).getVersion();
  private final StringBuilder page =
      new StringBuilder("| members | p50 ms | p95 ms | over the slowest member, p50 ms |\n");

  @Test
  void takesAsLongAsTheSlowestMember() throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    Path directory = FOLDER.resolve("directory.jws");
    Path signers = FOLDER.resolve("signers.json");
    Files.writeString(signers, DirectoryWriter.signers(key));
    Files.writeString(directory, new DirectoryWriter(key, 1).signed());
    page.append("| ---: | ---: | ---: | ---: |\n");
    try (var registry =
        ServerUnderTest.start(
            "registry",
            Recipe.registry(BenchmarkSettings.fromSystemProperties().jvm()),
            FOLDER,
            Map.of(
                "REGISTRY_NETWORK_DIRECTORY",
                directory.toString(),
                "REGISTRY_NETWORK_SIGNERS",
                signers.toString(),
                "REGISTRY_NETWORK_AT_ONCE",
                "60s",
                "REGISTRY_RATE_PER_CLIENT",
                "1000000"))) {
      registry.awaitReady();
      for (int turn = 0; turn < SIZES.size(); turn++) {
        int size = SIZES.get(turn);
        List<FakeMember> members = members(size);
        var writer = new DirectoryWriter(key, turn + 2);
        members.forEach(member -> writer.with(member.id(), member.base(), null, version));
        Files.writeString(directory, writer.signed());
        row(size, times(registry, size));
        members.forEach(FakeMember::close);
      }
    }
    Files.writeString(FOLDER.resolve("results.md"), page);
    System.out.println(page);
  }

  private static List<FakeMember> members(int size) {
    return IntStream.range(0, size)
        .mapToObj(
            number -> {
              long millis =
                  FASTEST_MILLIS + (SLOWEST_MILLIS - FASTEST_MILLIS) * number / (size - 1);
              return new FakeMember(
                  "member-" + number,
                  request -> {
                    Thread.sleep(millis);
                    return new Answer(200, Answers.counted("complete", 100));
                  });
            })
        .toList();
  }

  private List<Long> times(ServerUnderTest registry, int size) throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int i = -TIMES / 4; i < TIMES; i++) {
      long start = System.nanoTime();
      String answer = registry.post("/Measure/patients-treated/$ask-network", question());
      long took = (System.nanoTime() - start) / 1_000_000;
      if (answer.split("\"complete\"", -1).length <= size) {
        throw new IllegalStateException("Not all are in it: " + answer);
      }
      if (i >= 0) {
        millis.add(took);
      }
    }
    return millis;
  }

  private void row(int size, List<Long> millis) {
    long[] sorted = millis.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    long middle = sorted[sorted.length / 2];
    page.append(
        String.format(
            Locale.ROOT,
            "| %d | %d | %d | %d |%n",
            size,
            middle,
            sorted[sorted.length * 95 / 100],
            middle - SLOWEST_MILLIS));
  }

  private String question() {
    return """
    {"resourceType": "Parameters", "parameter": [
      {"name": "period-start", "valueDate": "2026-01-01"}, {"name": "period-end", "valueDate": "2026-03-31"},
      {"name": "guide-version", "valueString": "%s"}]}
    """
        .formatted(version);
  }
}
