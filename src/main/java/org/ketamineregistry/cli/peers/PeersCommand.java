package org.ketamineregistry.cli.peers;

import picocli.CommandLine.Command;

/** What a steward decides about other registries' questions. */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which questions of other registries wait for a steward, and decides about them.",
      "",
      "What is allowed is answered when the other registry asks again: protected, over the cut of"
          + " that moment."
    },
    subcommands = {PeersListCommand.class, PeersDecideCommand.class, PeersPolicyCommand.class})
public final class PeersCommand {}
