package org.ketamineregistry.server;

import java.io.IOException;
import java.time.Clock;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.submission.SubmissionLine;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Validates the guide's examples before the server reports ready: the first validation takes
 * seconds, and no sender should wait for it. Boot reports readiness after all runners.
 */
@Component
final class WarmUp implements ApplicationRunner {
  private static final String EXAMPLES = "classpath*:profiles/package/example/Bundle-*.json";

  private final SubmissionLine line;
  private final Clock clock;

  WarmUp(SubmissionLine line, Clock clock) {
    this.line = line;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    for (var example : new PathMatchingResourcePatternResolver().getResources(EXAMPLES)) {
      byte[] body = example.getContentAsByteArray();
      line.problems(new Incoming(Door.bundle(), Format.JSON, body, clock.instant(), "warm-up"));
    }
  }
}
