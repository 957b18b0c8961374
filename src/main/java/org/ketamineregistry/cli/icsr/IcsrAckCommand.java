package org.ketamineregistry.cli.icsr;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketamineregistry.cli.icsr.IcsrJournal.Sent;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Table;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.icsr.IcsrAcknowledgement;
import org.ketamineregistry.icsr.IcsrAcknowledgement.Message;
import org.ketamineregistry.icsr.UnreadableMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Notes what a receiver answered to a report. */
@Command(
    name = "ack",
    mixinStandardHelpOptions = true,
    description = {
      "Notes what a receiver answered, in the journal of the folder that the report is in.",
      "",
      "A report that was rejected counts as never sent: mend what the receiver says, and the next"
          + " run writes it again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The receiver took every case.",
      "1:Some case was rejected, or the receiver does not speak of it.",
      "2:The file is no acknowledgement, or of no report of the folder."
    })
public final class IcsrAckCommand implements Callable<Integer> {
  private static final int REJECTED = 1;

  @Parameters(paramLabel = "FILE", description = "The acknowledgement, as the receiver sent it.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "The folder of the reports.")
  private Path folder = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = new Terminal(spec);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return note(IcsrAcknowledgement.read(in), terminal);
    } catch (UnreadableMessage e) {
      return terminal.complain(file + ": " + e.reason());
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException e) {
      return terminal.complain("Cannot read " + file + ", or write in " + folder + ".");
    }
  }

  private int note(IcsrAcknowledgement answer, Terminal terminal) throws Unusable, IOException {
    if (!Files.exists(folder.resolve(IcsrJournal.NAME))) {
      throw new Unusable(folder + " has no journal: --out is the folder of the reports.");
    }
    boolean all = true;
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("case", "answer", "words"));
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      List<Sent> cases = journal.batch(answer.batch());
      if (cases.isEmpty()) {
        throw new Unusable("The acknowledgement is of no report of this folder.");
      }
      for (Sent sent : cases) {
        Optional<Message> said = answer.about(sent.identifier());
        if (said.isPresent()) {
          journal.answered(sent.identifier(), sent.batch(), said.get().accepted());
        }
        boolean accepted = said.filter(Message::accepted).isPresent();
        all &= accepted;
        lines.add(
            List.of(
                sent.identifier(),
                said.isEmpty() ? "nothing said" : accepted ? "accepted" : "rejected",
                said.map(Message::words).orElse(answer.words())));
      }
    }
    terminal.print(Table.aligned(lines));
    return all ? 0 : REJECTED;
  }
}
