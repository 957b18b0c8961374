package org.ketamineregistry.cli.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.verdict.Judged.Offence;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Validation;

/** Sends a file through the server's own rooms, as far as they need no database. */
final class Judge {
  private final Ingest ingest;
  private final Validation validation;
  private final @Nullable String profile;

  /**
   * @param parallelism how many files are judged at the same time
   * @param profile a profile of the package to hold resources against besides; null for none
   */
  Judge(Definitions definitions, int parallelism, @Nullable String profile) {
    ingest = new Ingest(definitions);
    validation = new Validation(definitions, Clock.systemUTC(), parallelism);
    this.profile = profile;
  }

  Judged judge(Input input) {
    long start = System.nanoTime();
    var problems = new ArrayList<Problem>();
    var notices = new ArrayList<Notice>();
    try {
      byte[] body = Files.readAllBytes(input.path());
      if (input.ending() == Ending.NDJSON) {
        lines(body, problems, notices);
      } else {
        text(body, input.ending().format(), problems, notices);
      }
      return new Judged(input, offences(body, problems), notices, null, since(start));
    } catch (IOException e) {
      return new Judged(input, List.of(), List.of(), "not readable", since(start));
    }
  }

  private void text(byte[] body, Format format, List<Problem> problems, List<Notice> notices) {
    var incoming = new Incoming(Door.file(), format, body, Instant.now(), "file");
    try {
      Submitted submitted = ingest.receive(incoming);
      var verdict = validation.verdict(submitted);
      problems.addAll(verdict.problems());
      notices.addAll(verdict.notices());
      if (profile != null) {
        validation.against(profile, submitted).stream()
            .filter(problem -> !problems.contains(problem))
            .forEach(problems::add);
      }
    } catch (Refused refused) {
      problems.addAll(Places.place(incoming, refused.problems()));
    }
  }

  /** Every line is a submission of its own; the places are those of the file. */
  private void lines(byte[] body, List<Problem> problems, List<Notice> notices) {
    int number = 0;
    for (byte[] line : Lines.of(body)) {
      number++;
      if (new String(line, StandardCharsets.UTF_8).isBlank()) {
        continue;
      }
      var found = new ArrayList<Problem>();
      text(line, Format.JSON, found, notices);
      for (Problem problem : found) {
        problems.add(
            new Problem(
                problem.code(),
                problem.rule(),
                problem.expression(),
                number,
                Math.max(problem.column(), 1),
                problem.message()));
      }
    }
  }

  private static List<Offence> offences(byte[] body, List<Problem> problems) {
    if (problems.isEmpty()) {
      return List.of();
    }
    List<String> lines =
        Lines.of(body).stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
    return problems.stream()
        .map(
            problem ->
                new Offence(
                    problem,
                    problem.line() < 1 || problem.line() > lines.size()
                        ? ""
                        : Excerpt.of(
                            lines.get(problem.line() - 1), problem.line(), problem.column())))
        .toList();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
