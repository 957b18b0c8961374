package org.ketamineregistry.adapter.hl7v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.refusal.ErrorCode;

/** The records of one message in the making, and what is wrong with them, by place. */
final class Recording {
  private final Draft draft;
  private final Feed feed;
  private final Times times;
  private final List<Fault> faults = new ArrayList<>();

  /** Records without a key are told apart until the message is refused. */
  private int nameless;

  Recording(Draft draft, Feed feed, Times times) {
    this.draft = draft;
    this.feed = feed;
    this.times = times;
  }

  Feed feed() {
    return feed;
  }

  Draft draft() {
    return draft;
  }

  /** All that is wrong, each at its place in the message. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void fault(ErrorCode code, Place place, String text) {
    Fault fault = Fault.of(code, place.toString(), text);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** What is given, or else the fault that it is not. */
  Reading required(Reading reading, String about) {
    if (reading.isGiven() || reading.faulty()) {
      return reading;
    }
    fault(ErrorCode.ELEMENT_REQUIRED, reading.place(), "Nothing is given here: " + about + ".");
    return Reading.faulty(reading.place());
  }

  /** A reading that is no use. */
  Reading refused(ErrorCode code, Reading reading, String text) {
    fault(code, reading.place(), text);
    return Reading.faulty(reading.place());
  }

  /** A time, as records have it. */
  Reading moment(Reading reading) {
    if (!reading.isGiven()) {
      return reading;
    }
    Optional<String> read = times.moment(reading.required());
    return read.isPresent()
        ? Reading.of(reading.place(), read.get())
        : refused(
            ErrorCode.VALUE_INVALID,
            reading,
            "It has to be a time as YYYYMMDDHHMM[SS][+ZZZZ], or a day as YYYYMMDD.");
  }

  /** A date of which the time does not matter. */
  Reading day(Reading reading) {
    if (!reading.isGiven()) {
      return reading;
    }
    Optional<String> read = Times.day(reading.required());
    return read.isPresent()
        ? Reading.of(reading.place(), read.get())
        : refused(ErrorCode.VALUE_INVALID, reading, "It has to begin with a date as YYYY[MM[DD]].");
  }

  /**
   * What a code of a message stands for.
   *
   * @param codes of the configuration
   * @param name under which the configuration has them
   */
  Reading code(Line line, int field, Map<String, String> codes, String name) {
    Reading first = line.at(field);
    for (String key : Coded.keys(line, field)) {
      String found = codes.get(key);
      if (found != null) {
        return Reading.of(first.place(), found);
      }
    }
    return Coded.keys(line, field).isEmpty()
        ? Reading.nothing(first.place())
        : refused(
            ErrorCode.CODE_NOT_ALLOWED,
            first,
            "The configuration does not say under '"
                + name
                + "' what this code, in its system, stands for.");
  }

  /**
   * Adds a record.
   *
   * @param key by which the sender knows it; required
   * @param fields by the template's names; where nothing is given, a required one is told there
   */
  void add(String kind, Reading key, Map<String, Reading> fields) {
    Map<String, Given> given = new LinkedHashMap<>();
    Set<String> told = new LinkedHashSet<>();
    fields.forEach(
        (name, reading) -> {
          if (reading.isGiven()) {
            given.put(name, new Given(reading.required(), reading.place().toString()));
          } else if (reading.faulty()) {
            told.add(name);
          }
        });
    Reading own = required(key, "it is by this that the record is known again");
    int before = draft.faults().size();
    draft.add(
        kind,
        new Given(own.isGiven() ? own.required() : "? " + nameless++, own.place().toString()),
        given,
        told);
    List<Fault> all = draft.faults();
    all.subList(before, all.size()).forEach(fault -> faults.add(placed(kind, fields, fault)));
  }

  /** A template says what is missing by its own names. */
  private static Fault placed(String kind, Map<String, Reading> fields, Fault fault) {
    Reading missing =
        fault.origin().startsWith(kind + ".")
            ? fields.get(fault.origin().substring(kind.length() + 1))
            : null;
    return missing == null
        ? fault
        : new Fault(fault.code(), missing.place().toString(), fault.text());
  }
}
