package org.ketamineregistry.server;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.validate.Validation;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Validates the guide's examples of submissions before the server reports ready: the first
 * validation takes seconds, and no sender should wait for it. Boot reports readiness after all
 * runners.
 */
@Component
final class WarmUp implements ApplicationRunner {
  private static final String EXAMPLES =
      "classpath*:profiles/package/example/Bundle-submission-*.json";

  private final Ingest ingest;
  private final Validation validation;
  private final Clock clock;

  WarmUp(Ingest ingest, Validation validation, Clock clock) {
    this.ingest = ingest;
    this.validation = validation;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    for (var example : new PathMatchingResourcePatternResolver().getResources(EXAMPLES)) {
      byte[] body = example.getContentAsByteArray();
      var incoming =
          new Incoming(
              Door.bundle(), Format.JSON, body, clock.instant(), "warm-up", Caller.nobody());
      validation.verdict(ingest.receive(incoming), List.of());
    }
  }
}
