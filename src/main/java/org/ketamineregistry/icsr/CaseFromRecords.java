package org.ketamineregistry.icsr;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amendment;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Report;
import org.ketamineregistry.icsr.IcsrCase.Reporter;
import org.ketamineregistry.icsr.IcsrCase.Sender;
import org.ketamineregistry.profiles.Canonical;

/** Makes a case of an event and its records, as the guide's page {@code mapping-e2b} says. */
public final class CaseFromRecords {
  static final String MEDDRA = "https://www.meddra.org";
  static final String EFFECTS = "ketamine-adverse-effect-vs";
  static final String QUALIFICATIONS = "reporter-qualification-cs";
  static final String JOINT = "; ";

  /** Outcomes by their number in E.i.7. */
  static final List<String> OUTCOMES =
      List.of("unknown", "resolved", "recovering", "ongoing", "resolvedWithSequelae", "fatal");

  private static final int LONGEST_ORGANISATION = 60;
  private static final int LONGEST_NAME = 250;
  private static final int LAWYER = 4;

  private final Lexicon lexicon;
  private final MeddraTerms terms;

  public CaseFromRecords(Lexicon lexicon, MeddraTerms terms) {
    this.lexicon = lexicon;
    this.terms = terms;
  }

  /**
   * The case of an event.
   *
   * @param later whether an earlier version of it was sent
   */
  public IcsrCase of(EventRecords records, Sending sending, boolean later) {
    AdverseEvent event = records.event();
    Optional<Organization> clinic = records.clinic();
    String country = clinic.map(one -> one.getAddressFirstRep().getCountry()).orElse(null);
    Integer qualification =
        lexicon.number(QUALIFICATIONS, Elements.text(event, "reporter-qualification"));
    Reaction reaction = reaction(event, qualification, country);
    List<IcsrDrug> drugs = new DrugsFromRecords(lexicon, terms, records, reaction).all();
    boolean takesOthers =
        drugs.stream().anyMatch(drug -> drug.role() == IcsrCase.CONCOMITANT)
            || records.statements().anyMatch(one -> DrugsFromRecords.isOfTheTime(one, reaction));
    Report report = report(records, sending, clinic, reaction, later);
    var withoutWords =
        new IcsrCase(
            report,
            new Reporter(
                clinic.map(one -> cut(one.getName(), LONGEST_ORGANISATION)).orElse(null),
                country,
                qualification),
            new Sender(sending.from().type(), sending.organisation()),
            new SubjectFromRecords(lexicon, terms, records, reaction).subject(sending, takesOthers),
            reaction,
            new TestsFromRecords(lexicon, terms).of(records),
            drugs,
            "");
    return new Narrative(lexicon).tell(withoutWords, records);
  }

  private Report report(
      EventRecords records,
      Sending sending,
      Optional<Organization> clinic,
      Reaction reaction,
      boolean later) {
    AdverseEvent event = records.event();
    String known = Elements.date(event.getDetectedElement());
    String received = records.received() == null ? null : E2bDate.of(records.received());
    String first = sending.from() == Sending.From.CLINIC ? known : received;
    String recorded =
        records.corrected() != null
            ? E2bDate.of(records.corrected())
            : Elements.date(event.getRecordedDateElement());
    // What was received last was not received before the first.
    boolean isEarlier = recorded != null && first != null && !E2bDate.isNotAfter(first, recorded);
    return new Report(
        identifier(event, sending, clinic, reaction.country()),
        E2bDate.of(sending.now()),
        sending.study() ? 2 : 1,
        first,
        isEarlier ? first : recorded,
        Elements.has(event.getSeriousness(), "Serious"),
        linked(records, sending, clinic, reaction.country()),
        amendment(event, later));
  }

  /**
   * C.1.10.r: the cases of what else began in the same session, as far as they can be reported. One
   * that was taken back neither is named nor names another.
   */
  private List<String> linked(
      EventRecords records,
      Sending sending,
      Optional<Organization> clinic,
      @Nullable String country) {
    Encounter sitting = Sitting.of(records).orElse(null);
    return sitting == null || isNullified(records.event())
        ? List.of()
        : records
            .others()
            .filter(other -> !isNullified(other.event()) && name(other.event()).term() != null)
            .filter(other -> Sitting.of(other).filter(sitting::equals).isPresent())
            .map(other -> identifier(other.event(), sending, clinic, country))
            .distinct()
            .sorted()
            .toList();
  }

  private static boolean isNullified(AdverseEvent event) {
    return event.hasExtension(Canonical.extension("nullified"));
  }

  private static @Nullable Amendment amendment(AdverseEvent event, boolean later) {
    if (isNullified(event)) {
      return new Amendment(
          IcsrCase.NULLIFICATION,
          "The clinic took the report back: the event did not happen, or it is the event of another"
              + " patient.");
    }
    return later
        ? new Amendment(IcsrCase.AMENDMENT, "The clinic corrected or completed its records.")
        : null;
  }

  /** C.1.1. An event's identifier is unique within its clinic, so the clinic's stands before it. */
  private static String identifier(
      AdverseEvent event,
      Sending sending,
      Optional<Organization> clinic,
      @Nullable String country) {
    String ofClinic =
        clinic.stream()
            .flatMap(one -> one.getIdentifier().stream())
            .filter(one -> Canonical.CLINIC.equals(one.getSystem()))
            .map(Identifier::getValue)
            .findFirst()
            .orElse("");
    return String.join(
        "-",
        Objects.requireNonNullElse(country, ""),
        sending.name(),
        ofClinic,
        event.getIdentifier().getValue());
  }

  private Reaction reaction(
      AdverseEvent event, @Nullable Integer qualification, @Nullable String country) {
    Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);
    Elements.extensions(event, "seriousness-criterion")
        .map(CodeableConcept.class::cast)
        .flatMap(criterion -> criterion.getCoding().stream())
        .flatMap(coding -> Criterion.coded(coding.getCode()).stream())
        .forEach(criteria::add);
    boolean needsConfirmation = qualification != null && qualification >= LAWYER;
    return new Reaction(
        name(event),
        Collections.unmodifiableSet(criteria),
        Elements.date(event.getDateElement()),
        Elements.date(Elements.extension(event, "resolution-date").orElse(null)),
        Math.max(0, OUTCOMES.indexOf(Elements.code(event.getOutcome()))),
        needsConfirmation ? isAssessed(event) : null,
        country);
  }

  /** Whether the clinic judged the cause, which a health professional does. */
  private static boolean isAssessed(AdverseEvent event) {
    return event.getSuspectEntity().stream()
        .anyMatch(AdverseEvent.AdverseEventSuspectEntityComponent::hasCausality);
  }

  private Named name(AdverseEvent event) {
    List<Coding> codings = event.getEvent().getCoding();
    List<Coding> effects = codings.stream().filter(one -> lexicon.has(EFFECTS, one)).toList();
    Meddra own =
        codings.stream()
            .filter(one -> MEDDRA.equals(one.getSystem()) && one.hasVersion())
            .map(one -> new Meddra(one.getCode(), one.getVersion()))
            .findFirst()
            .orElse(null);
    Stream<String> words =
        (effects.isEmpty() ? codings : effects).stream().map(lexicon::words).distinct();
    return new Named(
        cut(words.reduce((one, other) -> one + JOINT + other).orElse(""), LONGEST_NAME),
        own != null
            ? own
            : terms.ofEvent(
                event.getIdentifier().getValue(), effects.isEmpty() ? null : effects.get(0)));
  }

  /** E2B(R3) bounds every text. */
  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
