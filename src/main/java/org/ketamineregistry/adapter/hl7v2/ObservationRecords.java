package org.ketamineregistry.adapter.hl7v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketamineregistry.adapter.hl7v2.Observations.Circumstances;
import org.ketamineregistry.refusal.ErrorCode;

/** What was observed, as records (R8, R19, R21, R23). */
final class ObservationRecords {
  private static final int CODE = 3;
  private static final int SUB_ID = 4;
  private static final int VALUE = 5;
  private static final int UNIT = 6;
  private static final int RANGE = 7;
  private static final int WHEN = 14;

  /** The units of tests of liver function as laboratories write them, and as UCUM does. */
  private static final Map<String, String> LIVER_UNITS =
      Map.of("u/l", "U/L", "iu/l", "U/L", "umol/l", "umol/L", "mg/dl", "mg/dL");

  /** A range whose end is the upper limit: {@code 10-40}, {@code <40}, {@code <=40}. */
  private static final Pattern UP_TO =
      Pattern.compile("(?:[0-9.]+\\s*-|<=?)\\s*([0-9]+(?:\\.[0-9]+)?)");

  private final Recording recording;
  private final Circumstances circumstances;
  private final Quantities amounts;

  ObservationRecords(Recording recording, Circumstances circumstances) {
    this.recording = recording;
    this.circumstances = circumstances;
    this.amounts = new Quantities(recording);
  }

  void addPressure(Line systolic, Line diastolic) {
    Map<String, Reading> fields = inSession(systolic);
    fields.put("systolic", amounts.pressure(systolic.at(VALUE), systolic.at(UNIT)));
    fields.put("diastolic", amounts.pressure(diastolic.at(VALUE), diastolic.at(UNIT)));
    recording.add("blood-pressure", key("blood-pressure", systolic), fields);
  }

  /** Adds what is a record by itself. */
  void add(Line obx, Observed is) {
    switch (is.kind()) {
      case BODY_WEIGHT -> addWeight(obx);
      case HEART_RATE -> {
        Map<String, Reading> fields = inSession(obx);
        fields.put("rate", amounts.rate(obx.at(VALUE), obx.at(UNIT)));
        recording.add("heart-rate", key("heart-rate", obx), fields);
      }
      case OXYGEN_SATURATION -> {
        Map<String, Reading> fields = inSession(obx);
        fields.put("saturation", amounts.percentage(obx.at(VALUE), obx.at(UNIT)));
        recording.add("oxygen-saturation", key("oxygen-saturation", obx), fields);
      }
      case DEPRESSION_SCORE -> addScore(obx, is);
      case LIVER_FUNCTION -> addLiverFunction(obx, Objects.requireNonNull(is.code()));
      default -> throw new IllegalArgumentException("It is no record by itself: " + is.kind());
    }
  }

  private Map<String, Reading> inSession(Line obx) {
    Map<String, Reading> fields = ofPatient(obx);
    fields.put("session", circumstances.session());
    fields.put("timing", timing(obx, true));
    return fields;
  }

  private Map<String, Reading> ofPatient(Line obx) {
    Map<String, Reading> fields = new LinkedHashMap<>();
    fields.put("patient", circumstances.patient());
    fields.put(
        "measured", recording.moment(obx.at(WHEN)).or(recording.moment(circumstances.when())));
    return fields;
  }

  /**
   * A weight belongs to a session where it says whether it was before, during or after the dose.
   */
  private void addWeight(Line obx) {
    Map<String, Reading> fields = ofPatient(obx);
    Reading timing = timing(obx, false);
    if (timing.isGiven() && circumstances.session().isGiven()) {
      fields.put("session", circumstances.session());
      fields.put("timing", timing);
    }
    fields.put("weight", amounts.kilograms(obx.at(VALUE), obx.at(UNIT)));
    recording.add("body-weight", key("body-weight", obx), fields);
  }

  private void addScore(Line obx, Observed is) {
    String instrument = Objects.requireNonNull(is.code());
    Map<String, Reading> fields = ofPatient(obx);
    fields.put("instrument", declared(obx, instrument));
    fields.put("total", amounts.plain(obx.at(VALUE)));
    fields.put("recall-days", declared(obx, Objects.requireNonNull(is.recallDays())));
    recording.add("depression-score", key(instrument, obx), fields);
  }

  private void addLiverFunction(Line obx, String test) {
    Map<String, Reading> fields = ofPatient(obx);
    fields.put("test", declared(obx, test));
    fields.put("result", amounts.plain(obx.at(VALUE)));
    Reading unit = obx.at(UNIT);
    String known = unit.isGiven() ? LIVER_UNITS.get(unit.required().toLowerCase(Locale.ROOT)) : "";
    fields.put(
        "unit",
        known == null
            ? recording.refused(
                ErrorCode.VALUE_INVALID, unit, "The unit has to be U/L, umol/L or mg/dL.")
            : unit.map(text -> known));
    fields.put("upper-limit", upperLimit(obx.at(RANGE)));
    recording.add("liver-function", key(test, obx), fields);
  }

  private Reading upperLimit(Reading range) {
    if (!range.isGiven()) {
      return range;
    }
    Matcher parts = UP_TO.matcher(range.required());
    return parts.matches()
        ? Reading.of(range.place(), parts.group(1))
        : recording.refused(
            ErrorCode.VALUE_INVALID,
            range,
            "It has to end with the upper limit of normal: 10-40, <40 or <=40.");
  }

  private static Reading declared(Line obx, String text) {
    return Reading.of(obx.place().field(CODE), text);
  }

  private Reading key(String kind, Line obx) {
    String sub = obx.at(SUB_ID).text();
    return circumstances.key().map(key -> key + '/' + kind + (sub == null ? "" : '/' + sub));
  }

  /**
   * Whether it was before, during or after the dose. In OBX-4 a number may follow behind a point,
   * so that several during one dose stay apart.
   */
  private Reading timing(Line obx, boolean needed) {
    Feed.Timing timing = recording.feed().timing();
    boolean own = timing.at().segment().equals("OBX");
    Line line = own ? obx : circumstances.order();
    Reading at = line.at(timing.at().number());
    for (String key : own ? subIds(at) : Coded.keys(line, timing.at().number())) {
      String stands = timing.codes().get(key);
      if (stands != null) {
        return Reading.of(at.place(), stands);
      }
    }
    return needed && at.isGiven()
        ? recording.refused(
            ErrorCode.CODE_NOT_ALLOWED,
            at,
            "The configuration does not say under 'timing' whether this is before, during or after"
                + " the dose.")
        : Reading.nothing(at.place());
  }

  private static List<String> subIds(Reading at) {
    String text = at.text();
    return text == null ? List.of() : List.of(text, text.split("\\.", 2)[0]);
  }
}
