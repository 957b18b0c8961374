package org.ketamineregistry.adapter.hl7v2;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;

/** The visit of a message (PV1) as a session. */
final class Session {
  private static final int CLASS = 2;
  private static final int VISIT_NUMBER = 19;
  private static final int ADMITTED = 44;
  private static final int DISCHARGED = 45;

  /** HL7's table 0004, of which the guide has these. */
  private static final Map<String, String> SETTINGS = Map.of("O", "AMB", "R", "AMB", "I", "IMP");

  private final Line pv1;
  private final Recording recording;
  private final Reading key;
  private @Nullable Reading first;
  private @Nullable Reading last;
  private @Nullable Reading fitToLeave;

  Session(Line pv1, Recording recording) {
    this.pv1 = pv1;
    this.recording = recording;
    this.key = pv1.at(VISIT_NUMBER);
  }

  /** By which it is known: PV1-19. */
  Reading key() {
    return key;
  }

  /** Something in it lasted from then to then. */
  void lasts(Reading began, Reading ended) {
    if (began.isGiven() && (first == null || isBefore(began, first))) {
      first = began;
    }
    if (ended.isGiven() && (last == null || isBefore(last, ended))) {
      last = ended;
    }
  }

  void fitToLeave(Reading when) {
    fitToLeave = when;
  }

  /**
   * Adds it.
   *
   * @param orc the first order, where the configuration has the course there
   */
  void add(Reading patient, @Nullable Line orc) {
    Reading came = recording.moment(pv1.at(ADMITTED));
    Reading left = recording.moment(pv1.at(DISCHARGED));
    Reading began = first == null ? came : came.or(first);
    Reading ended = last == null ? left : left.or(last);
    Map<String, Reading> fields = new LinkedHashMap<>();
    fields.put("patient", patient);
    fields.put("course", course(orc));
    fields.put("setting", setting());
    fields.put("status", Reading.of(ended.place(), ended.isGiven() ? "finished" : "in-progress"));
    fields.put("started", began);
    fields.put("ended", ended);
    if (fitToLeave != null) {
      fields.put("fit-to-leave", fitToLeave);
    }
    recording.add("session", key, fields);
  }

  private Reading course(@Nullable Line orc) {
    Feed.Field at = recording.feed().course();
    return at.segment().equals("PV1") || orc == null
        ? pv1.at(at.number())
        : Orders.entity(orc, at.number());
  }

  private Reading setting() {
    Reading setting = pv1.at(CLASS);
    return !setting.isGiven() || SETTINGS.containsKey(setting.required())
        ? setting.map(SETTINGS::get)
        : recording.refused(
            ErrorCode.CODE_NOT_ALLOWED,
            setting,
            "It has to be O or R for a visit, or I for a patient who stays.");
  }

  /** Times of one message have one form, in which the order of texts is that of time. */
  private static boolean isBefore(Reading one, Reading other) {
    return one.required().compareTo(other.required()) < 0;
  }
}
