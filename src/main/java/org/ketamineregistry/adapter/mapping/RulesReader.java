package org.ketamineregistry.adapter.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;

/**
 * Reads which records a mapping makes, whatever they are read from.
 *
 * @param <I> the items of the source
 */
public final class RulesReader<I> {
  private final Templates templates;
  private final DatePolicy dates;
  private final Notation<I> notation;

  public RulesReader(Templates templates, DatePolicy dates, Notation<I> notation) {
    this.templates = templates;
    this.dates = dates;
    this.notation = notation;
  }

  /** Reads the parts {@code skip} and {@code records} of a mapping. */
  public Rules<I> read(Part root) {
    List<Condition<I>> skip = root.list("skip").stream().map(notation::skip).toList();
    return new Rules<>(notation.terms(), skip, records(root));
  }

  /** An entry of {@code records} that names a kind and items that there are. */
  private record Known<I>(
      Part part, Notation.OfRecord<I> notation, Template template, Key<I> key) {}

  private List<RecordRule<I>> records(Part root) {
    List<Part> parts = root.list("records");
    if (parts.isEmpty()) {
      root.at("records")
          .mistake("is missing: nothing would be made of any " + notation.terms().item() + ".");
    }
    var known = new ArrayList<Known<I>>();
    for (Part part : parts) {
      Optional<Notation.OfRecord<I>> own = notation.record(part);
      Optional<Template> template = template(part);
      if (own.isPresent() && template.isPresent()) {
        known.add(new Known<>(part, own.get(), template.get(), key(part, own.get()::key)));
      }
    }
    List<String> order = templates.all().stream().map(Template::kind).toList();
    return known.stream()
        .map(one -> rule(one, known))
        .sorted(Comparator.comparingInt(rule -> order.indexOf(rule.template().kind())))
        .toList();
  }

  private Optional<Template> template(Part part) {
    String kind = part.required("kind");
    Optional<Template> template = templates.of(kind);
    if (template.isEmpty() && !kind.isEmpty()) {
      part.at("kind")
          .mistake(
              "there is no such kind; there are: "
                  + templates.all().stream().map(Template::kind).collect(Collectors.joining(", "))
                  + ".");
    }
    dates.objection(kind).ifPresent(why -> part.at("kind").mistake(why));
    return template;
  }

  private RecordRule<I> rule(Known<I> own, List<Known<I>> known) {
    Template template = own.template();
    Map<String, Excerpt<I>> fields = new LinkedHashMap<>();
    Map<String, Key<I>> records = new LinkedHashMap<>();
    Map<String, Part> said = own.part().map("fields");
    said.forEach(
        (name, one) -> {
          Field field = template.fields().get(name);
          if (field == null) {
            one.mistake(
                "a record "
                    + template.kind()
                    + " has no such field; it has: "
                    + String.join(", ", template.fields().keySet())
                    + ".");
          } else if (field.type() == FieldType.RECORD) {
            String kind = String.valueOf(field.kind());
            records.put(name, key(one.only("key"), part -> own.notation().key(part, kind)));
          } else {
            fields.put(name, own.notation().field(one, field));
          }
        });
    template.fields().values().stream()
        .filter(field -> field.required() && field.preset() == null)
        .filter(field -> !said.containsKey(field.name()))
        .forEach(
            field ->
                meant(field, own, known)
                    .ifPresentOrElse(
                        key -> records.put(field.name(), key), () -> missing(field, own)));
    return new RecordRule<>(
        own.notation().from(), template, own.notation().when(), own.key(), fields, records);
  }

  /** The one record of the kind that is made of the same items, by the key that it has there. */
  private static <I> Optional<Key<I>> meant(Field field, Known<I> own, List<Known<I>> known) {
    Set<Key<I>> keys =
        known.stream()
            .filter(one -> one.template().kind().equals(field.kind()))
            .filter(one -> one.notation().from().equals(own.notation().from()))
            .map(Known::key)
            .collect(Collectors.toSet());
    return keys.size() == 1 ? keys.stream().findFirst() : Optional.empty();
  }

  private static <I> void missing(Field field, Known<I> own) {
    own.part()
        .at("fields")
        .mistake(
            field.name()
                + " is missing, and a record "
                + own.template().kind()
                + " needs it: "
                + field.about()
                + ".");
  }

  private Key<I> key(Part part, Function<Part, Optional<Excerpt<I>>> reading) {
    List<Excerpt<I>> parts =
        part.list("key").stream().flatMap(one -> reading.apply(one).stream()).toList();
    if (parts.stream().allMatch(one -> one.origins().isEmpty())) {
      Terms terms = notation.terms();
      part.at("key")
          .mistake(
              "names no %s; it is a list of the %ss that say which record it is, such as [%s]."
                  .formatted(terms.place(), terms.place(), terms.example()));
    }
    return new Key<>(parts);
  }
}
