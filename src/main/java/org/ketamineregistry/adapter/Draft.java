package org.ketamineregistry.adapter;

import static org.ketamineregistry.adapter.Identities.PATIENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * The records in the making of one item of a source, by templates, and all that is wrong with them.
 * They are sent as one {@link Transaction}, so that an item can be sent twice and corrected.
 */
public final class Draft {
  private final Site site;
  private final Templates templates;
  private final Identities identities;
  private final Transaction transaction;
  private final List<Whence> whence = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private String patient = "";

  public Draft(Site site, Templates templates) {
    this.site = site;
    this.templates = templates;
    identities = new Identities(site);
    transaction = new Transaction(site);
  }

  /**
   * Adds a record. What is wrong with it is told by {@link #faults}.
   *
   * @param kind the kind of its template
   * @param key by which the source knows it for ever
   * @param given what the source gives, by the names of the template's fields; of a field that
   *     means another record the key of that one
   * @throws IllegalArgumentException where there is no such kind, or it has no such field
   */
  public void add(String kind, Given key, Map<String, Given> given) {
    add(kind, key, given, Set.of());
  }

  /**
   * Adds a record of which something is known to be wrong already.
   *
   * @param told fields that are not given, of which the source's own reading told a fault
   * @see #add(String, Given, Map)
   */
  public void add(String kind, Given key, Map<String, Given> given, Set<String> told) {
    Template template = template(kind);
    if (!template.fields().keySet().containsAll(given.keySet())) {
      throw new IllegalArgumentException(
          "No field of a record " + kind + " is among " + given.keySet());
    }
    holdToTrueDates(template, key, given);
    String of = identities.pseudonym(PATIENT, patientOf(template, key, given));
    Dating dating = Dating.of(site, of);
    Map<String, Value> values = new LinkedHashMap<>();
    for (Field field : template.fields().values()) {
      Given own = given.get(field.name());
      if (own != null) {
        read(field, own, dating, values);
      } else if (field.preset() != null && !told.contains(field.name())) {
        read(field, new Given(field.preset(), kind + "." + field.name()), dating, values);
      } else if (field.required() && !told.contains(field.name())) {
        faults.add(
            Fault.of(
                ErrorCode.ELEMENT_REQUIRED,
                kind + "." + field.name(),
                "Nothing is given for it, and a record of this kind needs it: " + field.about()));
      }
    }
    Identities.Identity identity = identities.of(kind, key.text());
    values.put("clinic", identities.clinic());
    values.put("identifier", identity.asValue());
    concerns(kind, key.text());
    Template.Filled filled = template.filled(values);
    whence.add(Whence.of(kind, filled.places(), given));
    if (!transaction.put(identity.place(template.type()), filled.resource(), of)) {
      faults.add(
          Fault.of(
              ErrorCode.IDENTIFIER_REPEATED,
              key.origin(),
              "The same item makes two records "
                  + kind
                  + " with this key; give each one of its own."));
    }
  }

  /** What the item lacks or has wrong; empty where it can be sent. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Adds what a source's own reading found. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /**
   * Whose records these are: a pseudonym, the same for all items of a patient, whose order matters;
   * empty where no patient is named.
   */
  public String patient() {
    return patient;
  }

  /**
   * A fault that a registry found, told by the source's own words for the place.
   *
   * @param fault with a FHIRPath expression that begins at the bundle
   */
  public Fault traced(Fault fault) {
    List<Whence> all = new ArrayList<>(whence);
    for (int i = 0; i < transaction.provenances(); i++) {
      all.add(Whence.of("provenance", Map.of(), Map.of()));
    }
    return new Fault(fault.code(), Whence.trace(all, fault.origin()), fault.text());
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return transaction.isEmpty();
  }

  /**
   * The transaction.
   *
   * @throws IllegalStateException where there are faults
   */
  public ObjectNode bundle() {
    if (!faults.isEmpty()) {
      throw new IllegalStateException("What is faulty is not sent.");
    }
    return transaction.bundle();
  }

  /** Finds what must not leave with dates that are moved. */
  private void holdToTrueDates(Template template, Given key, Map<String, Given> given) {
    if (site.dates().moves()) {
      site.dates()
          .objection(template.kind())
          .ifPresent(why -> faults.add(Fault.of(ErrorCode.TYPE_NOT_ACCEPTED, key.origin(), why)));
      TrueDates.ofRecord(template.kind(), given)
          .ifPresent(
              one -> {
                Given own = given.getOrDefault(one.getKey(), key);
                faults.add(Fault.of(ErrorCode.VALUE_INVALID, own.origin(), one.getValue()));
              });
    }
  }

  /** The key of the patient whose record it is, who decides how its dates leave. */
  private static String patientOf(Template template, Given key, Map<String, Given> given) {
    return template.kind().equals(PATIENT)
        ? key.text()
        : template.fields().values().stream()
            .filter(field -> PATIENT.equals(field.kind()))
            .flatMap(field -> Stream.ofNullable(given.get(field.name())))
            .map(Given::text)
            .findFirst()
            // Without its patient, which each kind needs, a record is faulty and does not
            // leave.
            .orElse("");
  }

  private void read(Field field, Given given, Dating dating, Map<String, Value> values) {
    if (field.type() == FieldType.RECORD) {
      String kind = String.valueOf(field.kind());
      concerns(kind, given.text());
      String place = identities.of(kind, given.text()).place(template(kind).type());
      values.put(field.name(), Value.of(transaction.reference(place)));
      return;
    }
    try {
      values.put(field.name(), dating.dated(field, Value.read(field, given.text(), site.zone())));
    } catch (Value.Unreadable e) {
      faults.add(
          Fault.of(
              field.type() == FieldType.CODE ? ErrorCode.CODE_NOT_ALLOWED : ErrorCode.VALUE_INVALID,
              given.origin(),
              "It has to be " + e.getMessage() + "."));
    }
  }

  private void concerns(String kind, String key) {
    if (kind.equals(PATIENT) && patient.isEmpty()) {
      patient = identities.pseudonym(kind, key);
    }
  }

  private Template template(String kind) {
    return templates
        .of(kind)
        .orElseThrow(() -> new IllegalArgumentException("There is no kind of record " + kind));
  }
}
