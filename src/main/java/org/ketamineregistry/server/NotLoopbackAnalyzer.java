package org.ketamineregistry.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the server does not start on a public address. */
final class NotLoopbackAnalyzer
    extends AbstractFailureAnalyzer<LoopbackGuard.NotLoopbackException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, LoopbackGuard.NotLoopbackException cause) {
    return new FailureAnalysis(
        "No identity provider is configured, and the registry was to listen on an address that others can reach.",
        "Leave server.address at 127.0.0.1. To serve others, an identity provider is needed; there is no switch around it.",
        cause);
  }
}
