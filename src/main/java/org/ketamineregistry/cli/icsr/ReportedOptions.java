package org.ketamineregistry.cli.icsr;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.icsr.Sending;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** From whom reports are, to whom, and as what. */
final class ReportedOptions {
  @Option(
      names = "--sender",
      paramLabel = "ID",
      description =
          "Your identifier as the receiver knows it (N.1.3). Its letters and digits name the"
              + " registry in every case's identifier: never change it.")
  private @Nullable String sender;

  @Option(
      names = "--receiver",
      paramLabel = "ID",
      description = "The receiver's identifier (N.1.4).")
  private @Nullable String receiver;

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "The sender's organisation (C.3.2; default: the --sender).")
  private @Nullable String organisation;

  @Option(
      names = "--sender-type",
      paramLabel = "TYPE",
      defaultValue = "REGISTRY",
      description =
          "Who sends: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). It decides from when on"
              + " the report counts as received.")
  private Sending.From from = Sending.From.REGISTRY;

  @Option(
      names = "--study",
      description =
          "The registry counts as an organised collection of data: reports are from a study.")
  private boolean study;

  @Option(
      names = "--with-pseudonym",
      description = "The receiver may have the clinic's pseudonym of the patient (D.1.1.4).")
  private boolean pseudonym;

  /**
   * What is said of all reports that are written now.
   *
   * @throws ParameterException where a part of it is missing
   */
  Sending sending(Terminal terminal) {
    String id = terminal.named(sender, "--sender");
    terminal.hold(id.matches(".*[A-Za-z0-9].*"), "--sender has a letter or a digit.");
    return new Sending(
        id,
        terminal.named(receiver, "--receiver"),
        organisation == null ? id : organisation,
        from,
        study,
        pseudonym,
        OffsetDateTime.now(ZoneOffset.UTC));
  }
}
