package org.ketamineregistry.adapter.fhir;

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
import org.ketamineregistry.adapter.mapping.Findings;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * How a resource makes a record.
 *
 * @param template of the record
 * @param when which resources make it
 * @param key of the record
 * @param fields by the names of the template
 * @param records fields that mean other records, by the keys of those
 */
record RecordRule(
    Template template,
    Condition when,
    Key key,
    Map<String, Elements> fields,
    Map<String, Key> records) {

  void add(ElementReading.Around around, Draft draft, Findings findings) {
    Map<String, Given> given = new LinkedHashMap<>();
    Set<String> told = new HashSet<>();
    fields.forEach(
        (name, elements) -> {
          List<String> origins = List.of(elements.origin(template.kind() + "." + name));
          try {
            Optional<String> text = elements.read(around).filter(one -> !one.isBlank());
            text.ifPresentOrElse(
                one -> given.put(name, new Given(one, origins.get(0))),
                () -> missing(name, origins, findings, told));
          } catch (Unfit e) {
            findings.add(origins, e);
            told.add(name);
          }
        });
    records.forEach(
        (name, other) -> {
          try {
            other
                .read(around)
                .ifPresentOrElse(
                    found -> given.put(name, found),
                    () -> missing(name, other.origins(), findings, told));
          } catch (Unfit e) {
            findings.add(other.origins(), e);
            told.add(name);
          }
        });
    try {
      key.read(around)
          .ifPresentOrElse(
              own -> draft.add(template.kind(), own, given, told),
              () ->
                  findings.add(
                      ErrorCode.ELEMENT_REQUIRED,
                      key.origins(),
                      "It is missing, and says which record this is."));
    } catch (Unfit e) {
      findings.add(key.origins(), e);
    }
  }

  private void missing(String name, List<String> origins, Findings findings, Set<String> told) {
    Field field = template.fields().get(name);
    if (field != null && field.required() && field.preset() == null) {
      told.add(name);
      findings.add(
          ErrorCode.ELEMENT_REQUIRED,
          origins,
          "Nothing is there, and a record "
              + template.kind()
              + " needs it for "
              + name
              + ": "
              + field.about()
              + ".");
    }
  }
}
