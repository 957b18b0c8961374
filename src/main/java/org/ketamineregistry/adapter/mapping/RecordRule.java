package org.ketamineregistry.adapter.mapping;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * How an item makes a record.
 *
 * @param <I> the items of the source
 * @param from the type of the items that it is made of; empty where all are alike
 * @param template of the record
 * @param when all of which have to hold
 * @param key of the record
 * @param fields by the names of the template
 * @param records fields that mean other records, by the keys of those
 */
public record RecordRule<I>(
    String from,
    Template template,
    List<Condition<I>> when,
    Key<I> key,
    Map<String, Excerpt<I>> fields,
    Map<String, Key<I>> records) {

  /** Adds the record of an item to a draft, or what is wrong with it to the findings. */
  void add(I item, Terms terms, Draft draft, Findings findings) {
    var filling = new Filling(template, terms, findings);
    fields.forEach(
        (name, excerpt) -> {
          List<String> origins = origins(name, excerpt);
          String origin = String.join(", ", origins);
          filling.fill(
              name,
              origins,
              () ->
                  excerpt
                      .read(item)
                      .filter(text -> !text.isBlank())
                      .map(text -> new Given(text, origin)));
        });
    records.forEach(
        (name, other) -> filling.fill(name, other.origins(), () -> other.read(item, terms)));
    try {
      key.read(item, terms)
          .ifPresentOrElse(
              own -> draft.add(template.kind(), own, filling.given, filling.told),
              () ->
                  findings.add(
                      ErrorCode.ELEMENT_REQUIRED,
                      key.origins(),
                      "It is " + terms.lacking() + ", and says which record this is."));
    } catch (Unfit e) {
      findings.add(key.origins(), e);
    }
  }

  /** What is the same in all items stands in the mapping. */
  private List<String> origins(String name, Excerpt<I> excerpt) {
    return excerpt.origins().isEmpty()
        ? List.of("the mapping's " + template.kind() + "." + name)
        : excerpt.origins();
  }

  /** How a value is read. */
  private interface Reading {
    Optional<Given> read() throws Unfit;
  }

  /** What an item gives for the fields, and which of them something was told of. */
  private static final class Filling {
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Template template;
    private final Terms terms;
    private final Findings findings;

    Filling(Template template, Terms terms, Findings findings) {
      this.template = template;
      this.terms = terms;
      this.findings = findings;
    }

    void fill(String name, List<String> origins, Reading reading) {
      try {
        reading
            .read()
            .ifPresentOrElse(value -> given.put(name, value), () -> missing(name, origins));
      } catch (Unfit e) {
        findings.add(origins, e);
        told.add(name);
      }
    }

    private void missing(String name, List<String> origins) {
      Field field = template.fields().get(name);
      if (field != null && field.required() && field.preset() == null) {
        told.add(name);
        findings.add(
            ErrorCode.ELEMENT_REQUIRED,
            origins,
            "It is "
                + terms.lacking()
                + ", and a record "
                + template.kind()
                + " needs it for "
                + name
                + ": "
                + field.about()
                + ".");
      }
    }
  }
}
