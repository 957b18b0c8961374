package org.ketamineregistry.adapter.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * How a row makes a record.
 *
 * @param template of the record
 * @param when all of which have to hold
 * @param key of the record
 * @param fields by the names of the template
 * @param records fields that mean other records, by the keys of those
 */
record RecordMapping(
    Template template,
    List<Condition> when,
    Key key,
    Map<String, Cells> fields,
    Map<String, Key> records) {

  boolean concerns(Row row, TableFormat format) {
    return when.stream().allMatch(condition -> condition.holds(row, format));
  }

  void add(Row row, TableFormat format, Draft draft) {
    Map<String, Given> given = new LinkedHashMap<>();
    Set<String> told = new HashSet<>();
    fields.forEach(
        (name, cells) -> {
          try {
            cells
                .read(row, format)
                .ifPresentOrElse(
                    text -> given.put(name, new Given(text, cells.origin())),
                    () -> blank(name, cells.origin(), draft, told));
          } catch (Unfit e) {
            tell(draft, Fault.of(e.code(), cells.origin(), e.wanted()));
            told.add(name);
          }
        });
    records.forEach(
        (name, other) -> {
          try {
            other
                .read(row, format)
                .ifPresentOrElse(
                    found -> given.put(name, found),
                    () -> blank(name, other.origin(), draft, told));
          } catch (Unfit e) {
            tell(draft, Fault.of(e.code(), other.origin(), e.wanted()));
            told.add(name);
          }
        });
    try {
      key.read(row, format)
          .ifPresentOrElse(
              own -> draft.add(template.kind(), own, given, told),
              () ->
                  tell(
                      draft,
                      Fault.of(
                          ErrorCode.ELEMENT_REQUIRED,
                          key.origin(),
                          "It is blank, and says which record " + template.kind() + " this is.")));
    } catch (Unfit e) {
      tell(draft, Fault.of(e.code(), key.origin(), e.wanted()));
    }
  }

  private void blank(String name, String origin, Draft draft, Set<String> told) {
    Field field = template.fields().get(name);
    if (field != null && field.required() && field.preset() == null) {
      told.add(name);
      tell(
          draft,
          Fault.of(
              ErrorCode.ELEMENT_REQUIRED,
              origin,
              "It is blank, and a record "
                  + template.kind()
                  + " needs it for "
                  + name
                  + ": "
                  + field.about()
                  + "."));
    }
  }

  /** Several records of a row may be read from one cell, which is wrong once. */
  private static void tell(Draft draft, Fault fault) {
    if (!draft.faults().contains(fault)) {
      draft.fault(fault);
    }
  }
}
