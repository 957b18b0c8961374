package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.group.RAS_O17_ADMINISTRATION;
import ca.uhn.hl7v2.model.v251.group.RAS_O17_OBSERVATION;
import ca.uhn.hl7v2.model.v251.group.RAS_O17_ORDER;
import ca.uhn.hl7v2.model.v251.group.RAS_O17_PATIENT;
import ca.uhn.hl7v2.model.v251.message.RAS_O17;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.adapter.hl7v2.Quantities.Strength;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * RAS^O17: the administrations of a session, the session itself, and what was measured with them
 * (R7, R23).
 */
final class AdministrationMapping {
  /** HL7's table 0322. */
  private static final Map<String, String> STATUSES =
      Map.of("CP", "completed", "PA", "stopped", "RE", "not-done", "NA", "not-done");

  /** By which the standard says that nobody knows the amount. */
  private static final String UNKNOWN_AMOUNT = "999";

  private final Received message;
  private final Recording recording;
  private final Quantities amounts;
  private final Reading patient;
  private final Session session;

  /** An administration with its route, and what it is known by. */
  private record Administered(Line rxa, Line rxr, Line orc, Reading key) {}

  private AdministrationMapping(Received message, Recording recording) {
    this.message = message;
    this.recording = recording;
    this.amounts = new Quantities(recording);
    RAS_O17_PATIENT of = message.as(RAS_O17.class).getPATIENT();
    this.patient = new Persons(recording).key(message.line(of.getPID()));
    this.session = new Session(message.line(of.getPATIENT_VISIT().getPV1()), recording);
  }

  static void map(Received message, Recording recording) throws HL7Exception {
    new AdministrationMapping(message, recording).map();
  }

  private void map() throws HL7Exception {
    List<Administered> given = new ArrayList<>();
    List<Observations> observed = new ArrayList<>();
    for (RAS_O17_ORDER order : message.as(RAS_O17.class).getORDERAll()) {
      Line orc = message.line(order.getORC());
      Orders.check(orc, recording);
      for (RAS_O17_ADMINISTRATION one : order.getADMINISTRATIONAll()) {
        Administered last = null;
        for (Line rxa : message.lines(one.getRXAAll())) {
          last = new Administered(rxa, message.line(one.getRXR()), orc, key(orc, rxa));
          given.add(last);
        }
        if (last != null) {
          observed.add(observations(one, last));
        }
      }
    }
    for (Administered one : given) {
      session.lasts(recording.moment(one.rxa().at(3)), recording.moment(one.rxa().at(4)));
    }
    observed.forEach(one -> one.fitToLeave().ifPresent(session::fitToLeave));
    session.add(patient, given.isEmpty() ? null : given.get(0).orc());
    given.forEach(this::add);
    observed.forEach(Observations::add);
  }

  private Reading key(Line orc, Line rxa) {
    Reading counter = recording.required(rxa.at(2), "which administration of the order it is");
    return Orders.within(Orders.key(orc), counter);
  }

  private Observations observations(RAS_O17_ADMINISTRATION one, Administered given)
      throws HL7Exception {
    Observations observations =
        new Observations(
            recording,
            new Observations.Circumstances(
                patient, session.key(), given.key(), given.rxa().at(3), given.orc()));
    for (RAS_O17_OBSERVATION observation : one.getOBSERVATIONAll()) {
      observations.take(message.line(observation.getOBX()));
    }
    return observations;
  }

  private void add(Administered one) {
    Line rxa = one.rxa();
    Map<String, Reading> fields = new LinkedHashMap<>();
    fields.put("patient", patient);
    fields.put("session", session.key());
    Reading status = status(rxa);
    fields.put("status", status);
    if (status.is("stopped")) {
      fields.put(
          "stop-reason",
          recording.required(
              recording.code(rxa, 18, recording.feed().stopReasons(), "stop-reasons"),
              "why it was stopped, since RXA-20 is PA"));
    }
    fields.put("observed", Reading.of(rxa.place(), String.valueOf(recording.feed().observed())));
    fields.put("substance", recording.code(rxa, 5, recording.feed().substances(), "substances"));
    fields.put("route", recording.code(one.rxr(), 1, recording.feed().routes(), "routes"));
    fields.put("dose", dose(rxa));
    fields.put("started", recording.moment(rxa.at(3)));
    Reading ended = recording.moment(rxa.at(4));
    fields.put(
        "ended",
        status.is("completed") || status.is("stopped")
            ? recording.required(ended, "when it ended")
            : ended);
    recording.add("administration", one.key(), fields);
  }

  private Reading status(Line rxa) {
    Reading action = rxa.at(21);
    if (action.is("D")) {
      return Reading.of(action.place(), "entered-in-error");
    }
    if (action.isGiven() && !action.is("A") && !action.is("U")) {
      return recording.refused(ErrorCode.CODE_NOT_ALLOWED, action, "It has to be A, U or D.");
    }
    Reading completion = rxa.at(20);
    return !completion.isGiven()
        ? Reading.of(completion.place(), "completed")
        : STATUSES.containsKey(completion.required())
            ? completion.map(STATUSES::get)
            : recording.refused(
                ErrorCode.CODE_NOT_ALLOWED, completion, "It has to be CP, PA, RE or NA.");
  }

  private Reading dose(Line rxa) {
    Reading each = rxa.at(12);
    if (each.isGiven()) {
      return recording.refused(
          ErrorCode.VALUE_INVALID,
          each,
          "With this RXA-6 is a rate. Send the whole amount that was given, and leave this empty.");
    }
    Reading amount = rxa.at(6);
    return amount.is(UNKNOWN_AMOUNT)
        ? recording.refused(
            ErrorCode.VALUE_INVALID, amount, "999 stands for an unknown amount; send the amount.")
        : amounts.milligrams(
            amount, rxa.at(7), new Strength(rxa.at(13), rxa.at(14), rxa.at(23), rxa.at(24)));
  }
}
