package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.TextCheck;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.subscription.HookHeaders;
import org.ketamineregistry.subscription.Wish;
import org.ketamineregistry.subscription.WishReader;
import org.ketamineregistry.validate.Validation;

/** Reads a Subscription that was sent: whether it meets its profile, and what it wishes for. */
final class SubscriptionText {
  private static final String PAYLOAD = "Subscription.channel.payload";

  private final Ingest ingest;
  private final Validation validation;
  private final WishReader wishes;
  private final FhirContext context;

  SubscriptionText(Ingest ingest, Validation validation, WishReader wishes, FhirContext context) {
    this.ingest = ingest;
    this.validation = validation;
    this.wishes = wishes;
    this.context = context;
  }

  /**
   * What was sent.
   *
   * @param wish empty where it is to be switched off
   * @param headers the secrets of the hook; none where none were sent
   */
  record Sent(Optional<Wish> wish, HookHeaders headers) {}

  /**
   * Reads it.
   *
   * @throws Refused with every problem, of the profile and beyond
   */
  Sent read(Incoming incoming) {
    try {
      var problems =
          new ArrayList<>(validation.verdict(ingest.receive(incoming), List.of()).problems());
      Subscription sent = parsed(incoming, problems);
      if (sent.getStatus() == SubscriptionStatus.OFF) {
        refuse(problems);
        return new Sent(Optional.empty(), HookHeaders.none());
      }
      if (sent.hasStatus() && sent.getStatus() != SubscriptionStatus.REQUESTED) {
        problems.add(
            Problem.at(
                ErrorCode.VALUE_INVALID,
                "Subscription.status",
                0,
                0,
                "Send requested, to subscribe and to begin again, or off. The registry says itself"
                    + " when a subscription is active or in error."));
      }
      WishReader.Read read = wishes.read(sent, incoming.receivedAt());
      // What is said of content in words of its own is not said by the profile too.
      if (read.problems().stream().anyMatch(one -> isOfPayload(one))) {
        problems.removeIf(one -> isOfPayload(one));
      }
      problems.addAll(read.problems());
      refuse(problems);
      return new Sent(Optional.ofNullable(read.wish()), read.headers());
    } catch (Refused refused) {
      throw new Refused(Places.place(incoming, refused.problems()));
    }
  }

  private Subscription parsed(Incoming incoming, List<Problem> problems) {
    IParser parser =
        incoming.format() == Format.JSON ? context.newJsonParser() : context.newXmlParser();
    try {
      return parser.parseResource(
          Subscription.class, TextCheck.wellFormed(incoming.body(), incoming.format()));
    } catch (DataFormatException | ClassCastException e) {
      refuse(problems);
      throw Refused.because(
          ErrorCode.NOT_A_FHIR_RESOURCE, "The body is a Subscription of FHIR R4.");
    }
  }

  private static boolean isOfPayload(Problem problem) {
    return String.valueOf(problem.expression()).startsWith(PAYLOAD);
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
  }
}
