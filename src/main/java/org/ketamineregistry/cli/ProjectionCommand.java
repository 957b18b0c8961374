package org.ketamineregistry.cli;

import picocli.CommandLine.Command;

/** What an operator does with the flat tables. */
@Command(
    name = "projection",
    mixinStandardHelpOptions = true,
    description = "Proves that the flat tables hold what is stored, or fills them anew.",
    subcommands = {ProjectionVerifyCommand.class, ProjectionRebuildCommand.class})
final class ProjectionCommand {}
