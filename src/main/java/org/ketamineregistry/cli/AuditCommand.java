package org.ketamineregistry.cli;

import picocli.CommandLine.Command;

/** What an operator does with the audit. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Proves that nothing in the audit was removed, changed or put in another order.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AuditVerifyCommand.class)
final class AuditCommand {}
