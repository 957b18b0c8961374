package org.ketamineregistry.cli.directory;

import org.ketamineregistry.cli.registry.KeyCommand;
import picocli.CommandLine.Command;

/** What the keeper of a network's directory does. */
@Command(
    name = "directory",
    mixinStandardHelpOptions = true,
    description = "Keeps the directory of a network: who its members are, signed.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {KeyCommand.class, SignCommand.class, ShowCommand.class})
public final class DirectoryCommand {}
