package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Assessment;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Course;
import org.ketamineregistry.practice.Fact.PrescriberReview;
import org.ketamineregistry.practice.Fact.Session;
import org.ketamineregistry.practice.Fact.TakeHome;
import org.ketamineregistry.practice.Fact.TreatmentConsent;
import org.ketamineregistry.practice.Fact.Validity;
import org.ketamineregistry.practice.Fact.Weight;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSet.Limits;

/**
 * A patient's case as a test tells it, with the rules that it is held against. Each fact has the
 * number of its telling, {@code f1} and so on. Days and times are those of March 2026, and of the
 * months after it as days above 31.
 */
final class Story {
  static final Product SPRAY = new Product("esketamine", "nose");
  static final Product DRIP = new Product("racemic-ketamine", "vein");
  static final Product TABLET = new Product("racemic-ketamine", "mouth");

  /** The course to which every session belongs unless a test says otherwise; the first fact. */
  static final String COURSE = "f1";

  private final List<Known<?>> facts = new ArrayList<>();
  private final Map<Rule, Limits> rules = new EnumMap<>(Rule.class);
  private boolean written = true;
  private boolean open = true;
  private Instant now = at("10T12:00");

  /** A moment of March 2026: the day, T, and the time. */
  static Instant at(String dayAndTime) {
    return day(Integer.parseInt(dayAndTime.substring(0, dayAndTime.indexOf('T'))))
        .atTime(
            Integer.parseInt(dayAndTime.substring(dayAndTime.indexOf('T') + 1).substring(0, 2)),
            Integer.parseInt(dayAndTime.substring(dayAndTime.indexOf(':') + 1)))
        .toInstant(ZoneOffset.UTC);
  }

  /** A day of March 2026; 32 is the first of April. */
  static LocalDate day(int number) {
    return LocalDate.parse("2026-02-28").plusDays(number);
  }

  static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  // ---- rules -------------------------------------------------------------------------------

  Story rule(Rule rule, Limit... limits) {
    rules.put(rule, new Limits(null, List.of(limits)));
    return this;
  }

  Story ruleFrom(LocalDate appliesFrom, Rule rule, Limit... limits) {
    rules.put(rule, new Limits(appliesFrom, List.of(limits)));
    return this;
  }

  Story writtenConsent(boolean required) {
    written = required;
    return this;
  }

  /** The registry may hold no more of the patient. */
  Story closed() {
    open = false;
    return this;
  }

  Story now(String dayAndTime) {
    now = at(dayAndTime);
    return this;
  }

  // ---- facts -------------------------------------------------------------------------------

  Story say(Fact fact) {
    return say(fact, null);
  }

  Story say(Fact fact, @Nullable Instant toldAt) {
    return sayAs("f" + (facts.size() + 1), fact, toldAt);
  }

  /** Says something under an id; what was said under it before no longer counts. */
  Story sayAs(String id, Fact fact, @Nullable Instant toldAt) {
    facts.removeIf(known -> known.id().equals(id));
    facts.add(new Known<>(id, "Resource", fact, toldAt));
    return this;
  }

  Story forget(String id) {
    facts.removeIf(known -> known.id().equals(id));
    return this;
  }

  Story forgetAll() {
    facts.clear();
    return this;
  }

  static TreatmentConsent consent(String when) {
    return new TreatmentConsent(
        true,
        at(when),
        dayOf(at(when)),
        day(1),
        Capacity.HAS_CAPACITY,
        dayOf(at(when)),
        true,
        "https://sheet.example|1",
        true);
  }

  /** A dose in a session of its own, named for the moment. */
  static Administration dose(String when) {
    return dose(when, SPRAY, "56");
  }

  static Administration dose(String when, Product product, String mg) {
    return dose(when, "s" + when, product, mg);
  }

  static Administration dose(String when, String session, Product product, String mg) {
    return new Administration(
        at(when), dayOf(at(when)), session, false, false, product, number(mg), true);
  }

  static Course course(int start) {
    return new Course(day(start), true);
  }

  /** The session of {@link #dose} at that moment; it lasts two hours. */
  Story session(String when) {
    return session(when, COURSE);
  }

  Story session(String when, String course) {
    Instant end = at(when).plus(Duration.ofHours(2));
    var session =
        new Session(
            dayOf(at(when)), course, end, Examination.midnight(dayOf(end).plusDays(1)), true);
    facts.add(new Known<>("s" + when, "Encounter", session, null));
    return this;
  }

  static PrescriberReview review(int on) {
    return new PrescriberReview(day(on), List.of(COURSE));
  }

  static Assessment score(String when, String instrument, int total, Duration recall) {
    return new Assessment(at(when), dayOf(at(when)), List.of(instrument), total, recall);
  }

  static Assessment assessed(String when, String code) {
    return new Assessment(at(when), dayOf(at(when)), List.of(code), null, null);
  }

  static Weight weight(String when, String kg) {
    return new Weight(at(when), number(kg));
  }

  static TakeHome supply(String when, Product product, String mg, int days) {
    return supply(when, product, mg, days, null);
  }

  static TakeHome supply(
      String when, Product product, String mg, int days, @Nullable String dosesADay) {
    return new TakeHome(
        at(when),
        dayOf(at(when)),
        product,
        number(mg),
        BigDecimal.valueOf(days),
        dosesADay == null ? null : number(dosesADay));
  }

  // ---- findings ----------------------------------------------------------------------------

  Evaluation evaluation() {
    var set =
        new RuleSet(
            "https://rules.example|1",
            "XX",
            LocalDate.EPOCH,
            null,
            LawfulBasis.OPT_OUT,
            written,
            Map.copyOf(rules));
    var clinic = new Fact.Clinic(List.of(new Validity(day(2), day(30))));
    return Practice.evaluate(set, new CaseFile(List.copyOf(facts), clinic, open), now);
  }

  /** Findings as rule and the fact's number, for example {@code dose-above-limit f2}. */
  List<String> findings() {
    return evaluation().findings().stream()
        .map(finding -> finding.rule().code() + " " + finding.subject())
        .toList();
  }

  /** When the only finding is said to have happened. */
  Instant foundAt() {
    return evaluation().findings().get(0).at();
  }
}
