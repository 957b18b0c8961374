package org.ketamineregistry.cli.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Question;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Nominated;
import org.ketamineregistry.validate.Validation;
import org.ketamineregistry.validate.Verdict;

/** Sends a text through the server's own rooms, as far as they need no database. */
final class Judge {
  private final Ingest ingest;
  private final Validation validation;
  private final boolean submission;
  private final List<Nominated> profiles = new ArrayList<>();
  private final Set<Nominated> met = ConcurrentHashMap.newKeySet();

  /**
   * @param parallelism how many files are judged at the same time
   * @param submission whether each text is held to be a submission, and nothing else
   * @param profiles profiles to hold resources against besides, by their URL or id
   * @throws Unusable where there is no such profile
   */
  Judge(Definitions definitions, int parallelism, boolean submission, List<String> profiles)
      throws Unusable {
    ingest = new Ingest(definitions);
    validation = new Validation(definitions, Clock.systemUTC(), parallelism);
    this.submission = submission;
    for (String name : profiles) {
      this.profiles.add(
          validation
              .nominated(name)
              .orElseThrow(
                  () -> new Unusable(name + ": no such profile in the package or in FHIR R4.")));
    }
  }

  Judged judge(Input input) {
    long start = System.nanoTime();
    try {
      byte[] body = input.content().read();
      Verdict verdict =
          input.ending() == Ending.NDJSON ? lines(body) : text(body, input.ending().format());
      return new Judged(input, verdict, excerpts(body, verdict.problems()), null, since(start));
    } catch (IOException e) {
      return Judged.unusable(input, "not readable", since(start));
    }
  }

  /** The profiles of whose types nothing was judged. */
  List<Nominated> idle() {
    return profiles.stream().filter(profile -> !met.contains(profile)).toList();
  }

  private Verdict text(byte[] body, Format format) {
    var incoming = new Incoming(Door.verdict(), format, body, Instant.now(), "file", Caller.open());
    try {
      Question question = ingest.question(incoming);
      Submitted submitted = question.by(submission ? entrance(question) : Door.verdict());
      profiles.stream().filter(profile -> profile.concerns(submitted)).forEach(met::add);
      return validation.verdict(submitted, profiles);
    } catch (Refused refused) {
      return Verdict.refused(Places.place(incoming, refused.problems()));
    }
  }

  private static Door entrance(Question question) {
    String type = question.resourceType();
    return type.equals("Bundle") ? Door.bundle() : Door.create(type, null);
  }

  /** Every line is a submission of its own; the places are those of the file. */
  private Verdict lines(byte[] body) {
    var verdicts = new ArrayList<Verdict>();
    int number = 0;
    for (byte[] line : Lines.of(body)) {
      number++;
      if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
        int at = number;
        Verdict verdict = text(line, Format.JSON);
        verdicts.add(
            new Verdict(
                verdict.problems().stream().map(problem -> at(at, problem)).toList(),
                verdict.notices(),
                verdict.profiles()));
      }
    }
    return Verdict.together(verdicts);
  }

  private static Problem at(int line, Problem problem) {
    return new Problem(
        problem.code(),
        problem.rule(),
        problem.expression(),
        line,
        Math.max(problem.column(), 1),
        problem.message());
  }

  private static List<String> excerpts(byte[] body, List<Problem> problems) {
    if (problems.isEmpty()) {
      return List.of();
    }
    List<byte[]> lines = Lines.of(body);
    return problems.stream()
        .map(
            problem ->
                problem.line() < 1 || problem.line() > lines.size()
                    ? ""
                    : Excerpt.of(
                        new String(lines.get(problem.line() - 1), StandardCharsets.UTF_8),
                        problem.line(),
                        problem.column()))
        .toList();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
