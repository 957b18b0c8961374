package org.ketamineregistry.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ketamineregistry.synthetic.Cohort;
import org.ketamineregistry.synthetic.SessionStream;
import org.ketamineregistry.synthetic.Submission;
import org.ketamineregistry.synthetic.Submission.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes an invented cohort to a folder, for demonstrations, tests and load. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes an invented cohort to a folder: clinics, patients, consents, sessions, follow-up.",
      "",
      "Nobody in it exists. The same seed, number and jurisdiction give the same bytes, and nothing"
          + " is dated later than 2026-06-30. The folder can be sent to a registry with 'push'."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The cohort was written.",
      "2:Nothing was written: wrong options, the folder is not empty, or it cannot be written."
    },
    footerHeading = "%nLayout:%n",
    footer = {
      "  FOLDER/00-clinics/0001.json              one Organization a clinic",
      "  FOLDER/patient-000001/01-consultation.json",
      "  FOLDER/patient-000001/02-session.json    one transaction Bundle a submission",
      "With --by-sender:",
      "  FOLDER/steward/00-clinics/0001.json",
      "  FOLDER/GB-0001/patient-000001/01-consultation.json"
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int USAGE = 2;

  @Option(
      names = "--patients",
      required = true,
      paramLabel = "N",
      description = "How many patients, 1 to 999,999. About one clinic for every 40, at least 2.")
  private int patients;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "A whole number that decides everything (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where to write.")
  private Path folder = Path.of(".");

  @Option(
      names = "--jurisdiction",
      paramLabel = "XX",
      defaultValue = Cohort.NOWHERE,
      description =
          "Country of the clinics, two capital letters (ISO 3166); XX is nowhere"
              + " (default: ${DEFAULT-VALUE}).")
  private String jurisdiction = Cohort.NOWHERE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CohortFormat format = CohortFormat.JSON;

  @Option(
      names = "--compact",
      description = "One line a file, for load. Otherwise files are laid out to be read.")
  private boolean compact;

  @Option(
      names = "--faulty",
      description = "Add patient-faulty/01-session, a submission that every registry must refuse.")
  private boolean faulty;

  @Option(
      names = "--by-sender",
      description =
          "A folder for each sender, for registries that ask for tokens: 'steward' registers the"
              + " clinics, and each clinic sends its own.")
  private boolean bySender;

  @Option(
      names = "--force",
      description =
          "Write into a folder that is not empty. The folders of an earlier cohort are removed"
              + " from it, and nothing else.")
  private boolean force;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (faulty && bySender) {
      throw new ParameterException(
          spec.commandLine(), "--faulty and --by-sender do not go together.");
    }
    Cohort cohort = cohort();
    CohortFolder target = new CohortFolder(folder, format, compact, bySender);
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (!target.isFree()) {
        if (!force) {
          return refuse(folder + " is not empty; --force writes into it all the same.");
        }
        target.clear();
      }
      out.print(summary(write(cohort, target)));
      out.flush();
      return 0;
    } catch (IOException e) {
      return refuse("Cannot write to " + folder + ": " + e);
    }
  }

  private Cohort cohort() {
    try {
      return Cohort.of(seed, patients, jurisdiction);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Map<Kind, Integer> write(Cohort cohort, CohortFolder target) throws IOException {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    Iterator<Submission> submissions = cohort.submissions().iterator();
    while (submissions.hasNext()) {
      Submission submission = submissions.next();
      target.write(submission);
      counts.merge(submission.kind(), 1, Integer::sum);
    }
    if (faulty) {
      target.write("patient-faulty/01-session", SessionStream.of(seed, cohort.clinics()).faulty());
    }
    return counts;
  }

  private String summary(Map<Kind, Integer> counts) {
    StringBuilder summary = new StringBuilder();
    summary.append(String.format(Locale.ROOT, "%,9d patients%n", patients));
    counts.forEach(
        (kind, count) ->
            summary.append(String.format(Locale.ROOT, "%,9d %s%n", count, plural(kind))));
    return summary.append("written to ").append(folder).append(System.lineSeparator()).toString();
  }

  private static String plural(Kind kind) {
    return switch (kind) {
      case CLINIC -> "clinics";
      case CONSULTATION -> "consultations";
      case CONSENT -> "late consents";
      case SESSION -> "sessions";
      case REVIEW -> "reviews";
      case FOLLOW_UP -> "follow-ups";
      case OBJECTION -> "objections";
      case WITHDRAWAL -> "withdrawals";
    };
  }

  private int refuse(String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(reason);
    err.flush();
    return USAGE;
  }
}
