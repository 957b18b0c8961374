package org.ketamineregistry.cli.ask;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.CallerOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.profiles.GuideVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a question to the network. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Asks all registries of the network, by one's own, for an indicator.",
      "",
      "What becomes of the question at each member is told while it goes on. An answer without some"
          + " of the members says so in its first line; what is withheld is shown as such and"
          + " never as 0."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every member is in the answer.",
      "1:There is an answer, and some member is not in it.",
      "2:There is none: no such address, the registry refuses, or the token is not known."
    })
public final class AskCommand implements Callable<Integer> {
  private static final int PARTIAL = 1;
  private static final Pattern PERIOD = Pattern.compile("([0-9]{4})(?:-Q([1-4]))?");

  /** How an answer is written. */
  enum Form {
    TABLE,
    CSV,
    FHIR
  }

  @Parameters(
      paramLabel = "INDICATOR",
      description = "The id of its Measure, such as patients-treated.")
  private String indicator = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "URL",
      description = "The FHIR base of one's own registry, such as http://localhost:8080/fhir.")
  private String url = "";

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      description = "A calendar quarter or year that is over: 2026-Q1 or 2025.")
  private String period = "";

  @Option(
      names = "--filter",
      paramLabel = "DIMENSION=BAND",
      description = "Narrows the answer to one band of a dimension; repeatable.")
  private Map<String, String> filters = Map.of();

  @Option(
      names = "--by",
      paramLabel = "DIMENSION",
      split = ",",
      description = "Divides the answer by dimensions; with filters three at most.")
  private List<String> stratifiers = List.of();

  @Option(
      names = "--member",
      paramLabel = "ID",
      split = ",",
      description = "Asks these members alone (default: all of the directory).")
  private List<String> members = List.of();

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      description = "How long members are waited for (default: as the registry has it).")
  private @Nullable Integer deadline;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Form form = Form.TABLE;

  @Option(
      names = "--guide-version",
      paramLabel = "VERSION",
      description = "The version of the guide to work by (default: that of this program).")
  private @Nullable String guideVersion;

  @Mixin private CallerOptions caller = new CallerOptions("purpose/PUBHLTH system/Measure.rs");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = new Terminal(spec);
    caller.check(terminal);
    Question question = question(terminal);
    try {
      NetworkAnswer answer = new Asking(caller.at(url), terminal.progress()).ask(question);
      terminal.print(
          switch (form) {
            case TABLE -> AnswerText.table(answer);
            case CSV -> AnswerText.csv(answer);
            case FHIR -> answer.text() + System.lineSeparator();
          });
      return answer.isWhole() ? 0 : PARTIAL;
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException e) {
      return terminal.complain(
          "Nobody answers at " + url + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Question question(Terminal terminal) {
    Matcher named = PERIOD.matcher(period);
    terminal.hold(named.matches(), "--period is 2026-Q1, or 2025 for a year.");
    int year = Integer.parseInt(named.group(1));
    boolean isYear = named.group(2) == null;
    LocalDate start = LocalDate.of(year, isYear ? 1 : Integer.parseInt(named.group(2)) * 3 - 2, 1);
    LocalDate end = start.plusMonths(isYear ? 12 : 3).minusDays(1);
    terminal.hold(deadline == null || deadline >= 1, "--deadline is 1 second or more.");
    return new Question(
        indicator,
        start,
        end,
        filters,
        stratifiers,
        members,
        deadline,
        guideVersion == null ? GuideVersion.own() : guideVersion);
  }
}
