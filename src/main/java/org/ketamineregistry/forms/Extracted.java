package org.ketamineregistry.forms;

import java.util.List;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.refusal.Problem;

/** What a response to a form became. Only {@link Extraction} makes one. */
public final class Extracted {
  private final Incoming response;
  private final Incoming transaction;
  private final Origins origins;
  private final ItemNames names;

  Extracted(Incoming response, Incoming transaction, Origins origins, ItemNames names) {
    this.response = response;
    this.transaction = transaction;
    this.origins = origins;
    this.names = names;
  }

  /** The transaction as it would come in at the base, from whoever filled in the form. */
  public Incoming transaction() {
    return transaction;
  }

  /**
   * Problems of the transaction as those of the items that they come from, which alone can be
   * mended by who fills in a form.
   */
  public List<Problem> traced(List<Problem> problems) {
    List<Problem> ofItems =
        problems.stream()
            .map(
                problem ->
                    Problem.at(
                        problem.code(),
                        origins.of(String.valueOf(problem.expression())),
                        0,
                        0,
                        problem.message()))
            .distinct()
            .toList();
    return Places.place(response, ofItems).stream()
        .map(problem -> names.named(problem, null))
        .toList();
  }
}
