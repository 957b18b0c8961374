package org.ketamineregistry.adapter.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.mapping.Findings;
import org.ketamineregistry.adapter.mapping.Unfit;
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

  void add(Row row, TableFormat format, Draft draft, Findings findings) {
    Map<String, Given> given = new LinkedHashMap<>();
    Set<String> told = new HashSet<>();
    fields.forEach(
        (name, cells) -> {
          try {
            cells
                .read(row, format)
                .ifPresentOrElse(
                    text -> given.put(name, new Given(text, origin(name, cells))),
                    () -> blank(name, cells.columns(), findings, told));
          } catch (Unfit e) {
            findings.add(cells.columns(), e);
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
                    () -> blank(name, other.columns(), findings, told));
          } catch (Unfit e) {
            findings.add(other.columns(), e);
            told.add(name);
          }
        });
    try {
      key.read(row, format)
          .ifPresentOrElse(
              own -> draft.add(template.kind(), own, given, told),
              () ->
                  findings.add(
                      ErrorCode.ELEMENT_REQUIRED,
                      key.columns(),
                      "It is blank, and says which record this is."));
    } catch (Unfit e) {
      findings.add(key.columns(), e);
    }
  }

  /** What is the same in all rows stands in the mapping. */
  private String origin(String name, Cells cells) {
    return cells.columns().isEmpty()
        ? "the mapping's " + template.kind() + "." + name
        : String.join(", ", cells.columns());
  }

  private void blank(String name, List<String> columns, Findings findings, Set<String> told) {
    Field field = template.fields().get(name);
    if (field != null && field.required() && field.preset() == null) {
      told.add(name);
      findings.add(
          ErrorCode.ELEMENT_REQUIRED,
          columns,
          "It is blank, and a record "
              + template.kind()
              + " needs it for "
              + name
              + ": "
              + field.about()
              + ".");
    }
  }
}
