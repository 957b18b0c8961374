package org.ketamineregistry.cli.hl7v2;

import picocli.CommandLine.Command;

/** HL7 v2 messages to a registry (R7, R9, R10). */
@Command(
    name = "adapt-hl7",
    mixinStandardHelpOptions = true,
    description = {
      "Brings HL7 v2.5.1 messages to a registry: administrations (RAS), supplies (RDS, RDE),"
          + " results (ORU) and patients (ADT).",
      "",
      "It runs at the clinic. Numbers of patients and records leave it as pseudonyms under the"
          + " clinic's own key; names, addresses and texts are not read. docs/hl7v2.md has the"
          + " configuration, and examples of messages and acknowledgements."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ListenCommand.class, SendCommand.class})
public final class AdaptHl7Command {}
