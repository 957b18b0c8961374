package org.ketamineregistry.adapter.hl7v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.hl7v2.Observed.Kind;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * The observations (OBX) of one order or administration: which are taken, and which go together.
 */
final class Observations {
  private static final int CODE = 3;
  private static final int SUB_ID = 4;
  private static final int VALUE = 5;
  private static final int STATUS = 11;

  /** HL7's table 0085: final, corrected, final without being sent again. */
  private static final Set<String> FINAL = Set.of("F", "C", "U");

  /** Not yet a result, or never one; the final one comes by itself. */
  private static final Set<String> NONE_YET = Set.of("P", "R", "S", "I", "O", "X", "N");

  private final Recording recording;
  private final ObservationRecords records;
  private final Map<String, Pressure> pressures = new LinkedHashMap<>();
  private final List<Taken> others = new ArrayList<>();
  private @Nullable Reading fitToLeave;

  /**
   * What observations have in common.
   *
   * @param key of what they belong to
   * @param when they were made, where they do not say so
   * @param order OBR, or ORC
   */
  record Circumstances(Reading patient, Reading session, Reading key, Reading when, Line order) {}

  private record Taken(Line obx, Observed is) {}

  private static final class Pressure {
    private @Nullable Line systolic;
    private @Nullable Line diastolic;
  }

  Observations(Recording recording, Circumstances circumstances) {
    this.recording = recording;
    this.records = new ObservationRecords(recording, circumstances);
  }

  /** Takes one, if it is declared and final. */
  void take(Line obx) {
    List<String> keys = Coded.keys(obx, CODE);
    if (keys.stream().anyMatch(recording.feed().ignoredObservations()::contains)) {
      return;
    }
    recording.required(obx.at(CODE), "what was observed");
    Optional<Observed> is =
        keys.stream()
            .map(recording.feed().observations()::get)
            .filter(Objects::nonNull)
            .findFirst();
    if (is.isEmpty()) {
      if (!keys.isEmpty()) {
        recording.fault(
            ErrorCode.CODE_NOT_ALLOWED,
            obx.place().field(CODE),
            "The configuration neither says under 'observations' what this code, in its system,"
                + " stands for, nor lists it under 'ignored'.");
      }
      return;
    }
    if (isFinal(obx)) {
      take(obx, is.get());
    }
  }

  private void take(Line obx, Observed is) {
    switch (is.kind()) {
      case SYSTOLIC, DIASTOLIC -> pair(obx, is.kind() == Kind.SYSTOLIC);
      case FIT_TO_LEAVE -> fitToLeave = recording.moment(obx.at(VALUE));
      default -> others.add(new Taken(obx, is));
    }
  }

  /** When the patient was found fit to leave, where one of them says so. */
  Optional<Reading> fitToLeave() {
    return Optional.ofNullable(fitToLeave);
  }

  /** Adds the records. */
  void add() {
    pressures.values().forEach(this::addPressure);
    others.forEach(one -> records.add(one.obx(), one.is()));
  }

  private boolean isFinal(Line obx) {
    Reading status = recording.required(obx.at(STATUS), "F for a final result");
    if (!status.isGiven() || FINAL.contains(status.required())) {
      return status.isGiven();
    }
    if (!NONE_YET.contains(status.required())) {
      recording.refused(
          ErrorCode.CODE_NOT_ALLOWED,
          status,
          "It has to be F or C. What was sent by mistake is corrected in the registry, by an update"
              + " with the status entered-in-error.");
    }
    return false;
  }

  private void pair(Line obx, boolean systolic) {
    String sub = String.valueOf(obx.at(SUB_ID).text());
    Pressure pressure = pressures.computeIfAbsent(sub, one -> new Pressure());
    if ((systolic ? pressure.systolic : pressure.diastolic) != null) {
      recording.fault(
          ErrorCode.IDENTIFIER_REPEATED,
          obx.place().field(SUB_ID),
          "Two pressures of this order have the same OBX-4, so nobody can tell which go together.");
    } else if (systolic) {
      pressure.systolic = obx;
    } else {
      pressure.diastolic = obx;
    }
  }

  private void addPressure(Pressure pressure) {
    if (pressure.systolic == null || pressure.diastolic == null) {
      Line alone = pressure.systolic == null ? pressure.diastolic : pressure.systolic;
      recording.fault(
          ErrorCode.ELEMENT_REQUIRED,
          Objects.requireNonNull(alone).place().field(SUB_ID),
          "No other pressure of this order has this OBX-4; systolic and diastolic go together.");
      return;
    }
    records.addPressure(pressure.systolic, pressure.diastolic);
  }
}
