package org.ketamineregistry.cli.hl7v2;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.RunReport;
import org.ketamineregistry.adapter.hl7v2.Bounds;
import org.ketamineregistry.adapter.hl7v2.FileRun;
import org.ketamineregistry.adapter.hl7v2.Reception;
import org.ketamineregistry.cli.registry.Unusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings files of messages. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Brings files of messages, in batches (FHS, BHS) or one after the other, to a registry.",
      "",
      "Beside FILE stand afterwards FILE.acks, with an acknowledgement for each message, and"
          + " FILE.refused, where any was refused: correct them there, or at the source, and send"
          + " that file. Each message is stored whole or not at all, and none twice; a file can be"
          + " sent again after an interruption.",
      "",
      "Contents of messages are never printed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every message is in the registry, or passed over by the configuration.",
      "1:Some were refused, or a file is not what it says; the report tells which, where and why.",
      "2:Nothing more could be done: the configuration has mistakes, a file cannot be read or"
          + " written, or there is no registry. What was accepted until then stays."
    })
final class SendCommand implements Callable<Integer> {
  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;
  private static final int UNUSABLE = 2;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files, in their order.")
  private List<Path> files = new ArrayList<>();

  @Mixin private FeedOptions feed = new FeedOptions();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write the report, of one FILE: .json, .csv or .txt.")
  private @Nullable Path report;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (report != null
        && (files.size() > 1
            || !report.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|csv|txt)"))) {
      throw new ParameterException(
          spec.commandLine(), "--report ends in .json, .csv or .txt, and is for one FILE.");
    }
    try {
      Reception reception = feed.reception(spec, false);
      int worst = ACCEPTED;
      for (Path file : files) {
        int code = send(file, reception);
        worst = Math.max(worst, code);
        if (code == UNUSABLE) {
          break;
        }
      }
      return worst;
    } catch (Mistaken e) {
      e.mistakes().forEach(this::complain);
    } catch (Unusable e) {
      complain(e.reason());
    } catch (FileAlreadyExistsException e) {
      complain(e.getFile() + " is there from before, and is not written over: move it away.");
    } catch (IOException e) {
      complain("Cannot read or write: " + e);
    }
    return UNUSABLE;
  }

  private int send(Path file, Reception reception) throws IOException, InterruptedException {
    Path refused = beside(file, ".refused");
    if (Files.exists(refused)) {
      throw new FileAlreadyExistsException(refused.toString());
    }
    FileRun.Ended ended =
        new FileRun(reception, Bounds.usual(1)).bring(file, beside(file, ".acks"), refused);
    var told = new RunReport(ended.tally());
    PrintWriter out = spec.commandLine().getOut();
    out.println(file);
    ended.oddities().forEach(out::println);
    out.print(told.text());
    if (Files.exists(refused)) {
      out.println("Refused messages are in " + refused);
    }
    out.flush();
    if (report != null) {
      String name = report.toString().toLowerCase(Locale.ROOT);
      Files.writeString(
          report,
          name.endsWith(".json") ? told.json() : name.endsWith(".csv") ? told.csv() : told.text());
    }
    if (ended.unreachable()) {
      complain(
          "It stopped since the registry is not there, or does not know who sends. What was"
              + " accepted stays; send the same file again later, after any file of refused"
              + " messages was moved away.");
      return UNUSABLE;
    }
    return ended.tally().refused() == 0 && ended.oddities().isEmpty() ? ACCEPTED : REFUSED;
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private void complain(@Nullable String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(reason);
    err.flush();
  }
}
