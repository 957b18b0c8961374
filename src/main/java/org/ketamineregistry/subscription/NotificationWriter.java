package org.ketamineregistry.subscription;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.profiles.Canonical;

/**
 * A notification, and what {@code $status} and {@code $events} answer, as HL7's guide has them for
 * R4: a Bundle whose first entry is a Parameters resource. Where records are named the other
 * entries have their addresses, and no resource; of a record that was erased, by DELETE.
 */
public final class NotificationWriter {
  private static final String FAILURES = Canonical.codeSystem("hook-failure-cs");

  private NotificationWriter() {}

  /**
   * A notification.
   *
   * @param events in the order of their numbers; each with the record that may be named
   */
  public static Bundle notification(
      Subscribed subscribed, Notice notice, List<NumberedEvent> events, Instant now) {
    var bundle = new Bundle();
    bundle.getMeta().addProfile(Backport.NOTIFICATION);
    bundle.setType(BundleType.HISTORY);
    bundle.setTimestamp(Date.from(now));
    String status = subscribed.base() + "/Subscription/" + subscribed.id() + "/$status";
    var first = bundle.addEntry();
    first.setFullUrl("urn:uuid:" + UUID.randomUUID());
    first.setResource(status(subscribed, notice, events));
    first.getRequest().setMethod(HTTPVerb.GET).setUrl(status);
    first.getResponse().setStatus("200");
    for (NumberedEvent event : events) {
      String focus = event.focus();
      if (focus != null) {
        var entry = bundle.addEntry();
        entry.setFullUrl(subscribed.base() + "/" + focus);
        entry.getRequest().setMethod(event.erased() ? HTTPVerb.DELETE : HTTPVerb.GET).setUrl(focus);
        entry.getResponse().setStatus(event.erased() ? "204" : "200");
      }
    }
    return bundle;
  }

  /** What {@code $status} answers, of one subscription or of several. */
  public static Bundle status(List<Subscribed> asked) {
    var bundle = new Bundle();
    bundle.setType(BundleType.SEARCHSET);
    bundle.setTotal(asked.size());
    for (Subscribed one : asked) {
      bundle
          .addEntry()
          .setFullUrl("urn:uuid:" + UUID.randomUUID())
          .setResource(status(one, Notice.QUERY_STATUS, List.of()))
          .getSearch()
          .setMode(Bundle.SearchEntryMode.MATCH);
    }
    return bundle;
  }

  private static Parameters status(
      Subscribed subscribed, Notice notice, List<NumberedEvent> events) {
    var status = new Parameters();
    status.getMeta().addProfile(Backport.STATUS);
    status
        .addParameter()
        .setName("subscription")
        .setValue(new Reference(subscribed.base() + "/Subscription/" + subscribed.id()));
    if (subscribed.wish().content() != PayloadContent.EMPTY || notice == Notice.QUERY_STATUS) {
      status
          .addParameter()
          .setName("topic")
          .setValue(new CanonicalType(subscribed.wish().topic().canonical()));
    }
    status
        .addParameter()
        .setName("status")
        .setValue(new CodeType(subscribed.progress().state().code()));
    status.addParameter().setName("type").setValue(new CodeType(notice.code()));
    status
        .addParameter()
        .setName("events-since-subscription-start")
        .setValue(new StringType(Long.toString(subscribed.events())));
    events.forEach(event -> add(status.addParameter(), event));
    HookFailure failure = subscribed.progress().failure();
    if (failure != null) {
      var concept = new CodeableConcept();
      concept.addCoding().setSystem(FAILURES).setCode(failure.code());
      status.addParameter().setName("error").setValue(concept);
    }
    return status;
  }

  private static void add(ParametersParameterComponent parameter, NumberedEvent event) {
    parameter.setName("notification-event");
    parameter
        .addPart()
        .setName("event-number")
        .setValue(new StringType(Long.toString(event.number())));
    var at = new InstantType(Date.from(event.at()));
    at.setTimeZoneZulu(true);
    parameter.addPart().setName("timestamp").setValue(at);
    String focus = event.focus();
    if (focus != null) {
      parameter.addPart().setName("focus").setValue(new Reference(focus));
    }
  }
}
