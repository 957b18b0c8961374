package org.ketamineregistry.cli.adapt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Validation;

/**
 * Sends nothing, and says what a registry would say of a transaction as far as it needs no records
 * for that.
 */
public final class Rehearsal implements Delivery {
  private final Ingest ingest;
  private final Validation validation;
  private final Clock clock;

  public Rehearsal(Definitions definitions, int parallelism, Clock clock) {
    ingest = new Ingest(definitions);
    validation = new Validation(definitions, clock, parallelism);
    this.clock = clock;
  }

  @Override
  public Answer send(ObjectNode bundle) {
    var incoming =
        new Incoming(
            Door.bundle(),
            Format.JSON,
            bundle.toString().getBytes(StandardCharsets.UTF_8),
            clock.instant(),
            "row",
            Caller.open());
    try {
      return answer(validation.verdict(ingest.receive(incoming), List.of()).problems());
    } catch (Refused refused) {
      return answer(refused.problems());
    }
  }

  private static Answer answer(List<Problem> problems) {
    return new Answer(
        problems.isEmpty() ? Outcome.ACCEPTED : Outcome.REFUSED,
        problems.stream()
            .map(
                problem ->
                    Fault.of(
                        problem.code(),
                        Objects.requireNonNullElse(problem.expression(), "row"),
                        problem.message()))
            .toList());
  }
}
