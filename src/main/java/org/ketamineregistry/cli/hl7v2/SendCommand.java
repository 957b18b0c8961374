package org.ketamineregistry.cli.hl7v2;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketamineregistry.adapter.RunReport;
import org.ketamineregistry.adapter.hl7v2.Bounds;
import org.ketamineregistry.adapter.hl7v2.FileRun;
import org.ketamineregistry.adapter.hl7v2.Reception;
import org.ketamineregistry.cli.adapt.Attempt;
import org.ketamineregistry.cli.adapt.ReportOption;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files, in their order.")
  private List<Path> files = new ArrayList<>();

  @Mixin private FeedOptions feed = new FeedOptions();

  @Mixin private ReportOption report = new ReportOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = new Terminal(spec);
    report.check(terminal);
    terminal.hold(!report.isAsked() || files.size() == 1, "--report is for one FILE.");
    return Attempt.at(
        terminal,
        () -> {
          try {
            return send(feed.reception(terminal, false), terminal);
          } catch (FileAlreadyExistsException e) {
            return terminal.complain(
                e.getFile() + " is there from before, and is not written over: move it away.");
          }
        });
  }

  private int send(Reception reception, Terminal terminal)
      throws IOException, InterruptedException {
    int worst = ACCEPTED;
    for (Path file : files) {
      int code = send(file, reception, terminal);
      worst = Math.max(worst, code);
      if (code == Terminal.UNUSABLE) {
        break;
      }
    }
    return worst;
  }

  private int send(Path file, Reception reception, Terminal terminal)
      throws IOException, InterruptedException {
    Path refused = beside(file, ".refused");
    if (Files.exists(refused)) {
      throw new FileAlreadyExistsException(refused.toString());
    }
    FileRun.Ended ended =
        new FileRun(reception, Bounds.usual(1)).bring(file, beside(file, ".acks"), refused);
    var told = new RunReport(ended.tally());
    terminal.say(file.toString());
    ended.oddities().forEach(terminal::say);
    terminal.print(told.text());
    if (Files.exists(refused)) {
      terminal.say("Refused messages are in " + refused);
    }
    report.write(told);
    if (ended.unreachable()) {
      return terminal.complain(
          "It stopped since the registry is not there, or does not know who sends. What was"
              + " accepted stays; send the same file again later, after any file of refused"
              + " messages was moved away.");
    }
    return ended.tally().refused() == 0 && ended.oddities().isEmpty() ? ACCEPTED : REFUSED;
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
